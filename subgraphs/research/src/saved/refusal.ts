import { badInput } from '@nodp/graph';

/** A refusal in both languages, as the web application parts them. */
export const refusal = ({ en, zh }: { readonly en: string; readonly zh: string }) =>
  badInput(`${en} / ${zh}`);

/** @throws BAD_USER_INPUT where a text is longer than it may be, or empty where it may not */
export const textWithin = (
  text: string,
  most: number,
  name: { readonly en: string; readonly zh: string },
  least = 1,
): string => {
  const trimmed = text.trim();
  if (trimmed.length < least)
    throw refusal({ en: `${name.en} is empty. Fill it in.`, zh: `${name.zh}为空，请填写。` });
  if (trimmed.length > most)
    throw refusal({
      en: `${name.en} has ${trimmed.length} signs. Shorten it to ${most} at most.`,
      zh: `${name.zh}有${trimmed.length}个字符，最多${most}个。`,
    });
  return trimmed;
};
