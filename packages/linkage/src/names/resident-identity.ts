const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** China's resident identity number, read: its check character holds. */
export interface ResidentIdentity {
  /** YYYY-MM-DD. */
  readonly born: string;
  /** As FHIR calls it: the last digit of the serial number is odd for men. */
  readonly sex: 'female' | 'male';
}

/** The check character of 17 digits: ISO 7064 MOD 11-2. */
const checkCharacter = (digits: string): string => {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return CHECKS[sum % 11] as string;
};

/**
 * Reads an 18-character resident identity number (GB 11643-1999; check character by ISO 7064 MOD 11-2). Null when it
 * is none.
 */
export const residentIdentity = (text: string): ResidentIdentity | null => {
  const number = text.trim().toUpperCase();
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(number);
  if (match === null) return null;
  if (checkCharacter(number) !== number[17]) return null;
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female';
  return { sex, born: `${match[1]}-${match[2]}-${match[3]}` };
};

/**
 * The number of 18 characters that took the place of one of 15 digits (GB 11643-1989, given out until 1999; the century before
 * last's births, whose serials are 996 to 999, keep theirs): the year in four digits, and the check character. Null where the text
 * is no such number.
 */
export const residentNumber = (text: string): string | null => {
  const match = /^(\d{6})(\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(\d{3})$/.exec(text);
  if (match === null) return null;
  const [, region, year, month, day, serial = ''] = match;
  const digits = `${region}${serial >= '996' ? '18' : '19'}${year}${month}${day}${serial}`;
  return digits + checkCharacter(digits);
};
