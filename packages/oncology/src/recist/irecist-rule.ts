import type { Label } from '@nodp/terminology';
import { FieldError, list } from '../registry/fields.ts';
import { clinicalRule, decided, needs } from '../registry/rule.ts';
import {
  type Confirmation,
  type ImmuneVisit,
  IRECIST_VERSION,
  immuneResponses,
} from './irecist.ts';
import { dayOf, lengthOf, nonTargetOf, rowOf, targetOf } from './read.ts';

const CONFIRMED: Readonly<Record<Confirmation, Label>> = {
  'sum-grew-by-5-mm': { en: 'the sum grew by 5 mm more', zh: '总和再增≥5 mm' },
  'new-lesions-grew': { en: 'new lesions grew by 5 mm', zh: '新病灶增大≥5 mm' },
  'another-new-lesion': { en: 'another new lesion', zh: '又出现新病灶' },
  'non-target-grew': { en: 'non-target lesions grew further', zh: '非靶病灶继续增大' },
  'another-category-progressed': { en: 'another kind of progression', zh: '另一类病灶进展' },
};

const countOf = (value: unknown, where: string): number => {
  if (value === null || value === undefined || value === false) return 0;
  if (value === true) return 1;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 1000)
    return value;
  throw new FieldError(where, 'a number of new lesions is expected', '应为新病灶个数');
};

const visitsOf = (raw: readonly unknown[]): ImmuneVisit[] =>
  raw
    .map((value, index) => {
      const where = `visits[${index}]`;
      const row = rowOf(value, where);
      return {
        date: dayOf(row.date, `${where}.date`),
        target: targetOf(row.target, `${where}.target`),
        nonTarget: nonTargetOf(row.nontarget, `${where}.nontarget`),
        sum: lengthOf(row.sum_mm, `${where}.sum_mm`),
        newLesions: countOf(row.new_lesions, `${where}.new_lesions`),
        newSum: lengthOf(row.new_sum_mm, `${where}.new_sum_mm`),
        nonTargetWorse: row.nontarget_worse === true,
      };
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));

export const IRECIST = clinicalRule({
  id: 'irecist',
  version: IRECIST_VERSION,
  title: { en: 'iRECIST: response under immunotherapy', zh: 'iRECIST：免疫治疗疗效' },
  source: 'Seymour L et al. Lancet Oncol 2017;18:e143-52',
  mark: 'known',
  population: null,
  fields: {
    visits: list(
      'visits: [{"date": "2025-03-01", "target": "PD", "nontarget": null, "sum_mm": 60, "new_lesions": 1, "new_sum_mm": 12, "nontarget_worse": false}]',
      '各次评估：靶病灶与非靶病灶疗效、总和、新病灶数与总和',
    ),
  },
  decide: (given) => {
    if (given.visits === null) return needs(['visits']);
    const found = immuneResponses(visitsOf(given.visits));
    return decided(
      found.map(({ date, response }) => ({ date, response })),
      found.map(({ date, response, confirmedBy }) => {
        const by = confirmedBy.map((one) => CONFIRMED[one]);
        return {
          en: `${date}: ${response}${by.length === 0 ? '' : `, confirmed: ${by.map(({ en }) => en).join(', ')}`}.`,
          zh: `${date}：${response}${by.length === 0 ? '' : `，确认依据：${by.map(({ zh }) => zh).join('、')}`}。`,
        };
      }),
    );
  },
});
