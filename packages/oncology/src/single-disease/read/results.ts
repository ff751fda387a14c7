import type { DiseaseFacts, NotKnown, ResultFact } from '../facts.ts';
import type { Measure } from './codes.ts';

/** The window of a baseline, days from diagnosis: as the prognostic scores have it (`prognosis/results.ts`). */
const [BEFORE, AFTER] = [-90, 60];

const firstTreated = ({ treatments }: DiseaseFacts): number =>
  Math.min(
    AFTER,
    ...treatments.flatMap(({ days, kind }) =>
      days === null || days < BEFORE || kind === 'OTHER' ? [] : [days],
    ),
  );

const ofMeasure = ({ results }: DiseaseFacts, { codes }: Measure): readonly ResultFact[] =>
  results.filter(({ code }) => codes.includes(code));

const inUnit = (unit: string | null) => (one: ResultFact) => unit === null || one.unit === unit;

/** The last result before the first treatment, no more than 90 days before the diagnosis and, untreated, 60 days after it. */
export const baselineOf = (facts: DiseaseFacts, measure: Measure): number | NotKnown => {
  const own = ofMeasure(facts, measure);
  if (own.length === 0) return 'NOT_TESTED';
  const until = firstTreated(facts);
  const [last] = own
    .filter(inUnit(measure.unit))
    .filter(({ days, value }) => value !== null && days !== null && days >= BEFORE && days <= until)
    .toSorted((a, b) => (b.days ?? 0) - (a.days ?? 0));
  return last?.value ?? 'UNKNOWN';
};

/** What pathologists measured, the greatest of the case; null where nothing was. */
export const measuredOf = (facts: DiseaseFacts, measure: Measure): number | null => {
  const own = ofMeasure(facts, measure).filter(inUnit(measure.unit));
  const values = own.flatMap(({ value }) => value ?? []);
  return values.length === 0 ? null : Math.max(...values);
};

/** Results in words. */
export const wordsOf = (facts: DiseaseFacts, measure: Measure): readonly string[] =>
  ofMeasure(facts, measure).flatMap(({ text }) => text ?? []);
