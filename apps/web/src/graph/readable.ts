/** What of an error's message a person can read in the page's language. */

const han = /\p{Script=Han}/u;

/**
 * The platform says some things in both languages (`Wait. / 请稍候。`) and the rest in English. A page in Chinese
 * shows Chinese; English under its headings is `technical`, for support.
 */
export function readable(
  message: string,
  language: string,
): { readonly message: string; readonly technical: string } {
  const parts = message.split(' / ');
  const chinese = parts.filter((part) => han.test(part)).join(' / ');
  const english = parts.filter((part) => !han.test(part)).join(' / ');
  if (language !== 'zh') return { message: english || chinese, technical: '' };
  // A Chinese name within an English sentence makes it no Chinese sentence.
  const isChinese = chinese !== '' && !/[a-z]{3,} [a-z]{2,} [a-z]{2,}/i.test(chinese);
  return isChinese ? { message: chinese, technical: '' } : { message: '', technical: message };
}
