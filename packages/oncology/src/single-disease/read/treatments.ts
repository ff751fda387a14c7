import type { DiseaseFacts, GivenFact } from '../facts.ts';

/** What treats the cancer: an operation, radiotherapy or a drug, not a biopsy. */
export const treatmentsOf = ({ treatments }: DiseaseFacts): readonly GivenFact[] =>
  treatments.filter(({ kind }) => kind !== 'OTHER');

const operationsOf = (facts: DiseaseFacts): readonly GivenFact[] =>
  treatmentsOf(facts).filter(({ kind }) => kind === 'SURGERY');

/** Whether the case was operated on; null where no treatment is recorded, so that nobody knows. */
export const wasOperated = (facts: DiseaseFacts): boolean | null =>
  operationsOf(facts).length > 0 ? true : treatmentsOf(facts).length > 0 ? false : null;

/** Whether drugs or radiotherapy began before the first operation; null where dates do not tell, or nobody operated. */
export const hadNeoadjuvant = (facts: DiseaseFacts): boolean | null => {
  const operations = operationsOf(facts);
  if (operations.length === 0 || operations.some(({ days }) => days === null)) return null;
  const first = Math.min(...operations.map(({ days }) => days as number));
  const others = treatmentsOf(facts).filter(({ kind }) => kind !== 'SURGERY');
  if (others.some(({ days }) => days !== null && days < first)) return true;
  return others.some(({ days }) => days === null) ? null : false;
};
