import {
  type CaseFacts,
  type IndicatorJudgement,
  lacking,
  MET,
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
 * decide it, the case cannot be judged; nor where nothing is known of its treatment: it may have been given elsewhere.
 */
export const within = (
  facts: CaseFacts,
  isKind: (treatment: TreatmentFacts) => Maybe,
  { from, to, drugs }: Window,
): IndicatorJudgement => {
  if (directed(facts).length === 0) return lacking('TREATMENTS');
  const inTime = ({ days }: TreatmentFacts): Maybe =>
    days === null ? null : days >= from && days <= to;
  const certain = facts.treatments.filter((one) => isKind(one) === true && inTime(one) === true);
  if (new Set(certain.map(({ atc }) => atc)).size >= drugs) return MET;
  const open = facts.treatments.filter(
    (one) => isKind(one) !== false && inTime(one) !== false && !certain.includes(one),
  );
  if (open.length === 0) return NOT_MET;
  return lacking(open.some((one) => isKind(one) === null) ? 'DRUG' : 'START_OF_TREATMENT');
};
