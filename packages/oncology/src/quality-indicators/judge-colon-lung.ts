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
  isColon,
  isNonSmallCell,
  isStage,
  isWithout,
  operations,
} from './read.ts';
import { within } from './within.ts';

export const colonChemotherapy = (facts: CaseFacts): IndicatorJudgement => {
  if (!isColon(facts)) return NOT_OF_IT;
  if (facts.age !== null && (facts.age < 18 || facts.age >= 80)) return NOT_OF_IT;
  const third = isStage(facts, 'STAGE_III');
  if (third === false) return NOT_OF_IT;
  if (directed(facts).length === 0) return lacking('TREATMENTS');
  if (operations(facts).length === 0) return NOT_OF_IT;
  if (third === null) return lacking('STAGE');
  if (facts.age === null) return lacking('AGE');
  return within(facts, isChemotherapy, { from: 0, to: 120, drugs: 1 });
};

/** Days: four months before, six months after. */
const [BEFORE, AFTER] = [122, 183];

export const lungChemotherapy = (facts: CaseFacts): IndicatorJudgement => {
  const kind = isNonSmallCell(facts);
  if (kind === false) return NOT_OF_IT;
  const operated = operations(facts);
  if (operated.length === 0)
    return directed(facts).length === 0 ? lacking('TREATMENTS') : NOT_OF_IT;
  const nodes = categoryOf(facts.n);
  if (facts.stageBasis !== 'p' || nodes === null || nodes.startsWith('NX'))
    return lacking('PATHOLOGICAL_NODES');
  if (!/^N[12]/.test(nodes)) return NOT_OF_IT;
  if (kind === null) return lacking('HISTOLOGY');
  const dated = operated.flatMap(({ days }) => (days === null ? [] : [days]));
  if (dated.length === 0) return lacking('START_OF_TREATMENT');
  const day = Math.min(...dated);
  return within(facts, isChemotherapy, { from: day - BEFORE, to: day + AFTER, drugs: 1 });
};

export const surgeryNotFirst = (facts: CaseFacts): IndicatorJudgement => {
  const kind = isNonSmallCell(facts);
  if (kind === false || isWithout(facts.m, 'M0') === false) return NOT_OF_IT;
  const treated = directed(facts);
  if (treated.length === 0) return NOT_OF_IT;
  const nodes = categoryOf(facts.n);
  if (facts.stageBasis !== 'c') return lacking('CLINICAL_STAGE');
  if (nodes !== null && !nodes.startsWith('NX') && !nodes.startsWith('N2')) return NOT_OF_IT;
  if (nodes === null || nodes.startsWith('NX') || isWithout(facts.m, 'M0') === null)
    return lacking('CATEGORIES');
  if (kind === null) return lacking('HISTOLOGY');
  if (operations(facts).length === 0) return MET;
  const days = treated.map((one) => one.days);
  if (days.includes(null)) return lacking('START_OF_TREATMENT');
  const first = Math.min(...days.filter((day) => day !== null));
  return treated.some((one) => one.days === first && one.kind === 'SURGERY') ? NOT_MET : MET;
};
