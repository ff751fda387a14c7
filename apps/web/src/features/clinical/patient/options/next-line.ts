import type { PatientOptions } from './data.ts';

/** Lines of systemic treatment that can be asked for: the third stands for it and every later one. */
export const LINES = { first: [1], second: [2], later: [3, 4, 5, 6, 7, 8, 9] } as const;
export type LineChoice = keyof typeof LINES | 'any';

/**
 * The line in which a drug would be given to the patient now, by the lines that were reported: any where systemic treatments are
 * recorded without their line, since nobody said which it would be.
 */
export const nextLine = (treatments: PatientOptions['treatments']): LineChoice => {
  const systemic = treatments.filter(({ kind }) => kind === 'SYSTEMIC');
  if (systemic.length === 0) return 'first';
  const last = Math.max(0, ...systemic.map(({ line }) => line ?? 0));
  if (last === 0) return 'any';
  return last === 1 ? 'second' : 'later';
};
