/** Indicators that a release cannot judge: their facts are in the records of the clinical pool. */
import {
  type CaseFacts,
  type ImagingFacts,
  type IndicatorJudgement,
  lacking,
  MET,
  NOT_MET,
  NOT_OF_IT,
  type TreatmentFacts,
} from './facts.ts';
import { breastBiopsy, conserves, excisesLesion, removesBreast } from './procedures.ts';
import {
  categoryOf,
  directed,
  isColon,
  isHepatocellular,
  isStage,
  type Maybe,
  operations,
} from './read.ts';
import { firstTreated, stagedBefore, within } from './within.ts';

const isRadiotherapy = ({ kind }: TreatmentFacts): Maybe => kind === 'RADIOTHERAPY';
const INVASIVE = ['STAGE_I', 'STAGE_II', 'STAGE_III'] as const;

/** SNOMED CT body structures that studies are said to be of. */
const BREAST = ['76752008', '73056007', '80248007'];
const CHEST_AND_ABDOMEN = ['416550000', '416775004'];
const CHEST = ['51185008', '816094009', '39607008', ...CHEST_AND_ABDOMEN];
const ABDOMEN = ['113345001', '818981001', '818982008', '10200004', ...CHEST_AND_ABDOMEN];

const seen =
  (modalities: readonly string[], sites: readonly string[]) =>
  ({ modality, site }: ImagingFacts): boolean =>
    modalities.includes(modality) && site !== null && sites.includes(site);

/** Ultrasound, mammography or MRI of the breast with CT of the chest and imaging of the abdomen, or with PET-CT. */
export const workUp = (facts: CaseFacts): IndicatorJudgement => {
  if (directed(facts).length === 0) return NOT_OF_IT;
  const first = firstTreated(facts);
  if (first === null) return lacking('START_OF_TREATMENT');
  const before = facts.pool?.imaging?.filter(({ days }) => days !== null && days <= first) ?? [];
  // Who sends no study of a patient may have made them all the same.
  if (before.length === 0) return lacking('IMAGING');
  const has = (modalities: readonly string[], sites: readonly string[]) =>
    before.some(seen(modalities, sites));
  const spread =
    before.some(({ modality }) => modality === 'PT') ||
    (has(['CT'], CHEST) && has(['US', 'CT', 'MR'], ABDOMEN));
  if (has(['US', 'MG', 'MR'], BREAST) && spread) return MET;
  return before.some(({ site }) => site === null) ? lacking('IMAGING') : NOT_MET;
};

/** Bases of diagnosis without a microscope: death certificate, clinical, investigations, markers. */
const NOT_MICROSCOPIC = ['0', '1', '2', '4'];

/** Pathology before a first treatment that is no operation. */
export const pathologyFirst = (facts: CaseFacts): IndicatorJudgement => {
  const treated = directed(facts);
  if (treated.length === 0) return NOT_OF_IT;
  const first = firstTreated(facts);
  if (first === null) return lacking('START_OF_TREATMENT');
  if (treated.some(({ kind, days }) => kind === 'SURGERY' && days === first)) return NOT_OF_IT;
  if (NOT_MICROSCOPIC.includes(facts.pool?.basis ?? '')) return NOT_MET;
  const reported = facts.pool?.pathology ?? null;
  if (reported === null || reported.length === 0) return lacking('PATHOLOGY');
  return stagedBefore(facts, reported, 'PATHOLOGY');
};

/** What was operated on the breast, the larger operation of several; null where no record says it. */
const breastOperation = ({ pool }: CaseFacts): 'conserving' | 'removed' | null => {
  const done = pool?.operations ?? [];
  if (done.some(removesBreast)) return 'removed';
  return done.length > 0 && done.every(conserves) ? 'conserving' : null;
};

/** Why a case is no operated breast cancer of stages I to III of these women; null where it is one, or may be. */
const notOperatedBreast = (
  facts: CaseFacts,
  wanted: 'conserving' | 'removed',
  below: number,
): IndicatorJudgement | null => {
  if (facts.sex !== 'FEMALE') return NOT_OF_IT;
  if (facts.age !== null && (facts.age < 18 || facts.age >= below)) return NOT_OF_IT;
  const invasive = isStage(facts, ...INVASIVE);
  if (invasive === false) return NOT_OF_IT;
  if (directed(facts).length === 0) return lacking('TREATMENTS');
  if (operations(facts).length === 0) return NOT_OF_IT;
  const done = breastOperation(facts);
  if (done !== null && done !== wanted) return NOT_OF_IT;
  if (done === null) return lacking('OPERATION');
  if (invasive === null) return lacking('STAGE');
  return facts.age === null ? lacking('AGE') : null;
};

export const conservedRadiotherapy = (facts: CaseFacts): IndicatorJudgement =>
  notOperatedBreast(facts, 'conserving', 70) ??
  within(facts, isRadiotherapy, { from: 0, to: 365, drugs: 1 });

const FOUR = 4;

/** Whether four or more regional nodes are positive: as counted, else by pN2a and pN3a, which say it, and pN0 and pN1, which exclude it. */
const manyNodes = ({ pool, stageBasis, n }: CaseFacts): Maybe => {
  const counted = pool?.nodesPositive ?? [];
  if (counted.length > 0) return Math.max(...counted) >= FOUR;
  const category = stageBasis === 'p' ? categoryOf(n) : null;
  if (category === null || category.startsWith('NX')) return null;
  if (/^N[01]/.test(category)) return false;
  return /^N[23]A/.test(category) ? true : null;
};

export const mastectomyRadiotherapy = (facts: CaseFacts): IndicatorJudgement => {
  const none = notOperatedBreast(facts, 'removed', Number.POSITIVE_INFINITY);
  if (none?.result === 'NOT_OF_IT') return none;
  const many = manyNodes(facts);
  if (many === false) return NOT_OF_IT;
  if (none !== null) return none;
  if (many === null) return lacking('NODES_POSITIVE');
  return within(facts, isRadiotherapy, { from: 0, to: 365, drugs: 1 });
};

/** A biopsy by needle before the operation; an open one alone is none. */
export const needleBiopsy = (facts: CaseFacts): IndicatorJudgement => {
  const operated = operations(facts);
  if (operated.length === 0)
    return directed(facts).length === 0 ? lacking('TREATMENTS') : NOT_OF_IT;
  const days = operated.map((one) => one.days);
  if (days.includes(null)) return lacking('START_OF_TREATMENT');
  const first = Math.min(...days.filter((day) => day !== null));
  const before = (facts.pool?.procedures ?? []).filter((one) => (one.days ?? 0) <= first);
  const kinds = before.map((one) => ({ kind: breastBiopsy(one), dated: one.days !== null }));
  if (kinds.some(({ kind, dated }) => kind === 'needle' && dated)) return MET;
  if (kinds.some(({ kind }) => kind === 'needle')) return lacking('BIOPSY');
  return kinds.some(({ kind }) => kind === 'open') ? NOT_MET : lacking('BIOPSY');
};

const nodes = (facts: CaseFacts, least: number): IndicatorJudgement => {
  const resected = (facts.pool?.operations ?? []).filter((one) => !excisesLesion(one));
  if (operations(facts).length === 0)
    return directed(facts).length === 0 ? lacking('TREATMENTS') : NOT_OF_IT;
  if (resected.length === 0) return NOT_OF_IT;
  const counted = facts.pool?.nodesExamined ?? [];
  if (counted.length === 0) return lacking('NODES_EXAMINED');
  return Math.max(...counted) >= least ? MET : NOT_MET;
};

export const colonNodes = (facts: CaseFacts): IndicatorJudgement => {
  if (!isColon(facts)) return NOT_OF_IT;
  const invasive = isStage(facts, ...INVASIVE);
  if (invasive === false) return NOT_OF_IT;
  const said = nodes(facts, 12);
  return said.result !== 'NOT_OF_IT' && invasive === null ? lacking('STAGE') : said;
};

/** Sixteen, as China asks; the source asks fifteen. */
export const gastricNodes = (facts: CaseFacts): IndicatorJudgement => {
  const invasive = isStage(facts, ...INVASIVE);
  if (invasive === false) return NOT_OF_IT;
  const said = nodes(facts, 16);
  return said.result !== 'NOT_OF_IT' && invasive === null ? lacking('STAGE') : said;
};

export const cnlcStage = (facts: CaseFacts): IndicatorJudgement => {
  if (directed(facts).length === 0) return NOT_OF_IT;
  const kind = isHepatocellular(facts);
  if (kind === false) return NOT_OF_IT;
  if (kind === null) return lacking('HISTOLOGY');
  return stagedBefore(facts, facts.pool?.cnlcStages ?? [], 'CLINICAL_STAGE');
};
