/** Flags as laboratories print them beside a value, by HL7's codes of interpretation (table 0078). */
const FLAGS: Readonly<Record<string, string>> = {
  H: 'H',
  L: 'L',
  HH: 'HH',
  LL: 'LL',
  N: 'N',
  '↑': 'H',
  '↓': 'L',
  '↑↑': 'HH',
  '↓↓': 'LL',
  '↑↑↑': 'HH',
  '↓↓↓': 'LL',
  高: 'H',
  低: 'L',
  偏高: 'H',
  偏低: 'L',
  升高: 'H',
  降低: 'L',
};

/** An arrow or word wherever it stands at the end; a letter after a digit, a blank or within brackets, not the last of a unit. */
const AFTER =
  /^(.*?\S)\s*(?:[([【（](HH?|LL?|N|[↑↓]{1,3}|偏?[高低]|升高|降低)[)\]】）]|(?<=[\d\s%])(HH?|LL?|N)|([↑↓]{1,3}|偏?[高低]|升高|降低))$/u;
const BEFORE = /^([↑↓]{1,3})\s*(\S.*)$/u;

/** A result without the flag that is printed with it. */
export interface Flagged {
  readonly text: string;
  /** H, L, HH, LL or N. */
  readonly flag: string;
}

/** `5.10 H`, `2.00↑`, `5.10 mmol/L (偏高)` parted into the value and what it is flagged as; null where no number is flagged. */
export const flaggedIn = (text: string): Flagged | null => {
  const plain = text.trim();
  if (!/\d/.test(plain)) return null;
  const [, value = '', bracketed, letters, sign] = AFTER.exec(plain) ?? [];
  const after = FLAGS[(bracketed ?? letters ?? sign) as string];
  if (after !== undefined) return { text: value.trim(), flag: after };
  const [, arrow = '', rest = ''] = BEFORE.exec(plain) ?? [];
  const before = FLAGS[arrow];
  return before === undefined ? null : { text: rest.trim(), flag: before };
};
