import {
  type CaseFacts,
  type IndicatorJudgement,
  lacking,
  MET,
  NOT_MET,
  NOT_OF_IT,
} from './facts.ts';
import {
  categoryOf,
  directed,
  isChemotherapy,
  isEndocrine,
  isStage,
  isWithout,
  type Maybe,
} from './read.ts';
import { stagedBefore, within } from './within.ts';

/**
 * Clinical TNM before first treatment. Of a released case with a pathological stage nobody says whether a clinical one stood
 * before; the pool's records say when each was assessed.
 */
export const clinicalStage = (facts: CaseFacts): IndicatorJudgement => {
  if (directed(facts).length === 0) return NOT_OF_IT;
  if (facts.pool !== undefined)
    return stagedBefore(facts, facts.pool.clinicalStages, 'CLINICAL_STAGE');
  if (facts.stageBasis === 'p') return lacking('CLINICAL_STAGE');
  return facts.stageBasis === 'c' ? MET : NOT_MET;
};

/** T1cN0M0, or stages IB to III. */
const isBeyondSmall = (facts: CaseFacts): Maybe => {
  const early = isStage(facts, 'STAGE_I');
  if (early === null) return null;
  if (!early) return isStage(facts, 'STAGE_II', 'STAGE_III');
  if (/^IB/i.test(facts.stageGroup ?? '')) return true;
  const t = categoryOf(facts.t);
  if (t === null || t === 'T1') return null;
  if (!t.startsWith('T1C')) return false;
  const [n, m] = [isWithout(facts.n, 'N0'), isWithout(facts.m, 'M0')];
  return n === null || m === null ? null : n && m;
};

const receptors = ({ er, pr }: CaseFacts): 'positive' | 'negative' | null => {
  if (er === 'positive' || pr === 'positive') return 'positive';
  return er === 'negative' && pr === 'negative' ? 'negative' : null;
};

/** Why a case is none of those with these receptors, or not known to be; null where it is one. */
const notAmong = (facts: CaseFacts, wanted: 'positive' | 'negative'): IndicatorJudgement | null => {
  if (facts.sex !== 'FEMALE') return NOT_OF_IT;
  const found = receptors(facts);
  if (found !== null && found !== wanted) return NOT_OF_IT;
  const beyond = isBeyondSmall(facts);
  if (beyond === false) return NOT_OF_IT;
  if (found === null) return lacking('HORMONE_RECEPTORS');
  return beyond === null
    ? lacking(isStage(facts, 'STAGE_I') === null ? 'STAGE' : 'CATEGORIES')
    : null;
};

export const breastChemotherapy = (facts: CaseFacts): IndicatorJudgement => {
  if (facts.age !== null && (facts.age < 18 || facts.age >= 70)) return NOT_OF_IT;
  const none = notAmong(facts, 'negative');
  if (none !== null) return none;
  if (facts.age === null) return lacking('AGE');
  return within(facts, isChemotherapy, { from: 0, to: 120, drugs: 2 });
};

export const breastEndocrine = (facts: CaseFacts): IndicatorJudgement => {
  if (facts.age !== null && facts.age < 18) return NOT_OF_IT;
  return notAmong(facts, 'positive') ?? within(facts, isEndocrine, { from: 0, to: 365, drugs: 1 });
};
