import type { DiseaseFacts, NotKnown, TestFact } from '../facts.ts';

/** Days before the diagnosis from which a test counts as one of this tumour. */
const BEFORE = -90;

const earliest = (a: TestFact, b: TestFact): number => (a.days ?? 1e6) - (b.days ?? 1e6);

/** Tests of a marker that are not of an earlier time, the earliest first; undated ones last. */
const testsOf = ({ tests }: DiseaseFacts, markers: readonly string[]): TestFact[] =>
  tests
    .filter(({ marker, days }) => markers.includes(marker) && (days === null || days >= BEFORE))
    .toSorted(earliest);

export type Finding = 'POSITIVE' | 'NEGATIVE' | 'EQUIVOCAL';

/**
 * The first result of a marker, or of several that say the same, that says something; an equivocal one where no other does.
 * Later tests (of a relapse, of resistance) do not change what the tumour was at diagnosis.
 */
export const findingOf = (
  facts: DiseaseFacts,
  ...markers: readonly string[]
): Finding | 'UNKNOWN' | 'NOT_TESTED' => {
  const own = testsOf(facts, markers);
  if (own.length === 0) return 'NOT_TESTED';
  const said =
    own.find(({ finding }) => finding === 'positive' || finding === 'negative') ??
    own.find(({ finding }) => finding !== null);
  return said?.finding == null ? 'UNKNOWN' : (said.finding.toUpperCase() as Finding);
};

/** The first percentage of a marker. */
export const percentOf = (facts: DiseaseFacts, marker: string): number | NotKnown => {
  const own = testsOf(facts, [marker]);
  if (own.length === 0) return 'NOT_TESTED';
  return own.find(({ value, unit }) => value !== null && unit === '%')?.value ?? 'UNKNOWN';
};
