import { isBefore, latestDay, type PartialDate } from '../dates/partial-date.ts';
import { categoryOf } from '../stage-group/categories.ts';
import { type CheckedStage, type Finding, ruleSource } from './facts.ts';

const isPathological = (given: CheckedStage): boolean =>
  given.classification === 'p' ||
  given.classification === 'yp' ||
  /^y?p/.test(given.categories.T ?? '');

const isAfterTreatment = (given: CheckedStage): boolean =>
  given.classification === 'yc' ||
  given.classification === 'yp' ||
  /^y/.test(given.categories.T ?? '');

const TREATMENTS = ruleSource('treatments recorded', '已记录的治疗');

/** A pathological stage without a resection, or dated before it. */
export const pathologicalWithoutOperation = (given: CheckedStage): Finding[] => {
  const { operations, assessed } = given;
  if (!isPathological(given) || operations === null) return [];
  if (operations.length === 0)
    return [
      {
        code: 'pathological-without-operation',
        sentence: {
          en: 'Staged as pathological, but no resection of the tumour is recorded.',
          zh: '为病理分期，但未记录肿瘤切除手术。',
        },
        sources: [given.categorySource, TREATMENTS],
      },
    ];
  if (assessed === null || !operations.every(({ value }) => isBefore(assessed, value))) return [];
  const first = operations.reduce((a, b) => (b.value.date < a.value.date ? b : a));
  return [
    {
      code: 'pathological-before-operation',
      sentence: {
        en: `Staged as pathological on ${written(assessed)}, before the operation of ${written(first.value)}.`,
        zh: `病理分期日期${written(assessed)}早于手术日期${written(first.value)}。`,
      },
      sources: [given.categorySource, first.source],
    },
  ];
};

const written = ({ date, precision }: PartialDate): string =>
  date.slice(0, precision === 'year' ? 4 : precision === 'month' ? 7 : 10);

/** A stage after neoadjuvant treatment, where none is recorded before it. */
export const postTreatmentWithoutTreatment = (given: CheckedStage): Finding[] => {
  if (!isAfterTreatment(given) || given.treatedBefore !== false) return [];
  const by = given.assessed === null ? '' : latestDay(given.assessed);
  return [
    {
      code: 'post-treatment-without-treatment',
      sentence: {
        en: `Staged as after treatment (y), but no systemic treatment or radiotherapy is recorded${by === '' ? '' : ` by ${by}`}.`,
        zh: `为治疗后分期（y），但${by === '' ? '' : `截至${by}`}未记录全身治疗或放疗。`,
      },
      sources: [given.categorySource, TREATMENTS],
    },
  ];
};

/** M1 without a metastasis recorded, and the reverse. */
export const metastasesContradictM = (given: CheckedStage): Finding[] => {
  const { metastasis } = given;
  const m = given.categories.M === null ? null : categoryOf('M', given.categories.M);
  if (metastasis === null || m === null) return [];
  if (m.level === '1' && !metastasis.value)
    return [
      {
        code: 'm1-without-metastasis',
        sentence: {
          en: `${given.categories.M} says that there is a metastasis, but none is recorded.`,
          zh: `${given.categories.M}表明有远处转移，但未记录转移灶。`,
        },
        sources: [given.categorySource, metastasis.source],
      },
    ];
  if (m.level === '0' && metastasis.value)
    return [
      {
        code: 'metastasis-with-m0',
        sentence: {
          en: `${given.categories.M} says that there is no metastasis, but one is recorded.`,
          zh: `${given.categories.M}表明无远处转移，但记录有转移灶。`,
        },
        sources: [given.categorySource, metastasis.source],
      },
    ];
  return [];
};
