const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** China's resident identity number, read: its check character holds. */
export interface ResidentIdentity {
  /** YYYY-MM-DD. */
  readonly born: string;
  /** As FHIR calls it: the last digit of the serial number is odd for men. */
  readonly sex: 'female' | 'male';
}

/**
 * Reads an 18-character resident identity number (GB 11643-1999; check character by ISO 7064 MOD 11-2). Null when it
 * is none.
 */
export const residentIdentity = (text: string): ResidentIdentity | null => {
  const number = text.trim().toUpperCase();
  const match = /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(number);
  if (match === null) return null;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  if (CHECKS[sum % 11] !== number[17]) return null;
  const sex = Number(number[16]) % 2 === 1 ? 'male' : 'female';
  return { sex, born: `${match[1]}-${match[2]}-${match[3]}` };
};
