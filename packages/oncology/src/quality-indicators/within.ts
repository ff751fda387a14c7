import {
  type CaseFacts,
  type IndicatorJudgement,
  lacking,
  MET,
  type MissingFact,
  NOT_MET,
  type TreatmentFacts,
} from './facts.ts';
import { directed, type Maybe } from './read.ts';

/** Days from diagnosis, both included, and how many drugs have to be begun in them. */
export interface Window {
  readonly from: number;
  readonly to: number;
  readonly drugs: number;
}

/**
 * Whether treatments of a kind were begun within a window. Where a treatment without a date or without a coded drug could
 * decide it, the case cannot be judged; nor where nothing is known of its treatment (it may have been given elsewhere), nor
 * as long as the window is open.
 */
export const within = (
  facts: CaseFacts,
  isKind: (treatment: TreatmentFacts) => Maybe,
  { from, to, drugs }: Window,
): IndicatorJudgement => {
  const until = facts.pool?.until ?? null;
  const isOpen = until !== null && until <= to;
  if (directed(facts).length === 0) return lacking(isOpen ? 'TIME' : 'TREATMENTS');
  const inTime = ({ days }: TreatmentFacts): Maybe =>
    days === null ? null : days >= from && days <= to;
  const certain = facts.treatments.filter((one) => isKind(one) === true && inTime(one) === true);
  if (new Set(certain.map(({ atc }) => atc)).size >= drugs) return MET;
  const open = facts.treatments.filter(
    (one) => isKind(one) !== false && inTime(one) !== false && !certain.includes(one),
  );
  if (open.length === 0) return isOpen ? lacking('TIME') : NOT_MET;
  return lacking(open.some((one) => isKind(one) === null) ? 'DRUG' : 'START_OF_TREATMENT');
};

/** The day of the first treatment; null where one is not dated, so that it may be another. */
export const firstTreated = (facts: CaseFacts): number | null => {
  const days = directed(facts).map((one) => one.days);
  return days.length === 0 || days.includes(null)
    ? null
    : Math.min(...days.filter((day) => day !== null));
};

/** Whether something was done on or before the day of the first treatment; on the same day counts as before. */
export const stagedBefore = (
  facts: CaseFacts,
  done: readonly (number | null)[],
  missing: MissingFact,
): IndicatorJudgement => {
  if (done.length === 0) return NOT_MET;
  const first = firstTreated(facts);
  if (first === null) return lacking('START_OF_TREATMENT');
  if (done.some((day) => day !== null && day <= first)) return MET;
  return done.includes(null) ? lacking(missing) : NOT_MET;
};
