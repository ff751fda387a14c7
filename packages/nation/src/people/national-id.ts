/**
 * Citizen identification numbers (GB 11643-1999) that no person has: they begin with 99, a division
 * code that GB/T 2260 leaves unused, so that no authority can issue them. The check character is right, so
 * that software which checks it takes the number as it would a real one.
 */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const SIGNS = '10X98765432';

/** The check character of 17 digits: ISO 7064, MOD 11-2. */
export const checkSign = (digits: string): string => {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (digits.charCodeAt(i) - 48) * (WEIGHTS[i] as number);
  return SIGNS.charAt(sum % 11);
};

/**
 * @param block 0 to 9999, in the place of a county
 * @param born YYYY-MM-DD
 * @param sequence even for women, odd for men, 0 to 999
 */
export const syntheticNationalId = (block: number, born: string, sequence: number): string => {
  const digits = `99${String(block).padStart(4, '0')}${born.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return digits + checkSign(digits);
};
