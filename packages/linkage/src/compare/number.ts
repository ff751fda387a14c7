import { residentIdentity, residentNumber } from '../names/resident-identity.ts';
import { editDistance } from '../text/damerau.ts';

/** How two national numbers agree. */
export const NUMBER_LEVELS = ['same', 'slip', 'differs'] as const;
export type NumberLevel = (typeof NUMBER_LEVELS)[number];

/**
 * A national number in one form: without spaces and hyphens, in capitals; of China's former resident identity numbers of 15 digits the one
 * of 18 that took their place.
 */
export const normalNumber = (text: string): string => {
  const compact = text
    .normalize('NFKC')
    .replace(/[\s\-–.]/g, '')
    .toUpperCase();
  return residentNumber(compact) ?? compact;
};

/** Two numbers in their normal form: `slip` where one character is another or two neighbours stand in each other's place. */
export const compareNumbers = (left: string, right: string): NumberLevel => {
  if (left === right) return 'same';
  return editDistance(left, right, 1) <= 1 ? 'slip' : 'differs';
};

/** Whether each number can be one, and they are two: such records are of two persons, whatever else agrees. */
export const differentValidNumbers = (left: string, right: string): boolean =>
  left !== right && residentIdentity(left) !== null && residentIdentity(right) !== null;
