import type { Label } from '@nodp/terminology';

/** What stands before a name that a result or treatment was sent with, where the terminology has no code for it. */
const PREFIX = 'sent:';
const SENT = /^sent:[^\p{C}]{1,80}$/u;

export const isSentName = (code: string): boolean => SENT.test(code) && asStored(code) !== PREFIX;

/** As a release keeps it: small letters, single spaces. */
export const asStored = (code: string): string =>
  code.startsWith(PREFIX)
    ? PREFIX + code.slice(PREFIX.length).normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase()
    : code;

export const sentLabel = (code: string): Label => {
  const name = asStored(code).slice(PREFIX.length);
  return { en: `“${name}” (as sent)`, zh: `“${name}”（按所报名称）` };
};

/** A code or name in an address, where `,` parts values and `~` parts criteria. */
export const escaped = (code: string): string =>
  encodeURIComponent(code.replace(/\p{Cs}/gu, ''))
    .replaceAll('%2F', '/')
    .replaceAll('%3A', ':')
    .replaceAll('~', '%7E')
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');

/** What `escaped` wrote; null where nobody wrote it. */
export const unescaped = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};
