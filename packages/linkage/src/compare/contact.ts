import { editDistance } from '../text/damerau.ts';

/** The digits of a telephone number without the country's; the last eleven say which it is. Null where there are too few. */
export const normalPhone = (text: string): string | null => {
  const digits = text.normalize('NFKC').replace(/\D/g, '').slice(-11);
  return digits.length < 7 ? null : digits;
};

/** Whether two telephone numbers differ by one slip at most. */
export const nearPhones = (left: string, right: string): boolean =>
  editDistance(left, right, 1) <= 1;

const han = /\p{Script=Han}/u;

/** Words of an address; of Chinese addresses each two neighbouring signs, since nothing parts their words. */
export const addressTokens = (text: string): string[] => {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? [];
  const tokens = words.flatMap((word) => {
    if (!han.test(word)) return [word];
    const signs = [...word];
    return signs.length === 1 ? signs : signs.slice(1).map((sign, i) => `${signs[i]}${sign}`);
  });
  return [...new Set(tokens)].sort();
};

/** Of the tokens of both addresses the share that both have, 0 to 1 (Dice 1945). */
export const sharedTokens = (left: readonly string[], right: readonly string[]): number => {
  if (left.length + right.length === 0) return 0;
  const other = new Set(right);
  const both = left.filter((token) => other.has(token)).length;
  return (2 * both) / (left.length + right.length);
};
