import { choice, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';
import { CRITICAL_LIMITS } from './limits.ts';

/** Raised whenever the same input gives another answer. */
const CRITICAL_VALUE_VERSION = 1;

/** Which laboratory values are told to a clinician at once. */
export const CRITICAL_VALUE = clinicalRule({
  id: 'critical-value',
  version: CRITICAL_VALUE_VERSION,
  title: { en: 'Critical laboratory values', zh: '检验危急值' },
  source: 'Kost GJ. JAMA 1990;263:704-7; neutrophils: CTCAE v5.0, grade 4',
  sourceInChinese: 'Kost GJ. JAMA 1990;263:704-7；中性粒细胞：CTCAE 5.0版4级',
  mark: 'known',
  population: {
    en: 'Adults; means of 92 medical centres, United States',
    zh: '成人；美国92家医疗中心均值',
  },
  fields: {
    analyte: choice(
      'analyte',
      '检验项目',
      CRITICAL_LIMITS.map(({ analyte }) => analyte),
    ),
    value: number(
      'value in the canonical unit (g/L, 10⁹/L, mmol/L; creatinine µmol/L)',
      '数值（规范单位：g/L、10⁹/L、mmol/L；肌酐µmol/L）',
      0,
      100_000,
    ),
    comparator: choice('where the value lies beyond the number', '比较符号', [
      '<',
      '<=',
      '>',
      '>=',
    ]),
  },
  outputs: ['critical', 'side', 'limit'],
  decide: (given) => {
    const { analyte, value, comparator } = given;
    const limits = CRITICAL_LIMITS.find((one) => one.analyte === analyte);
    if (limits === undefined || value === null)
      return needs(missingOf(given, ['analyte', 'value']));
    const { low, high, unit, source } = limits;
    // What lies under or over a number by an unknown amount is critical where the number itself is at the limit or beyond it.
    const isUnder = comparator === '<' || comparator === '<=';
    const isOver = comparator === '>' || comparator === '>=';
    const tooLow = low !== null && !isOver && (value < low || (comparator === '<' && value <= low));
    const tooHigh =
      high !== null && !isUnder && (value > high || (comparator === '>' && value >= high));
    const side = tooLow ? 'low' : tooHigh ? 'high' : null;
    const limit = side === null ? null : side === 'low' ? low : high;
    return decided({ critical: side !== null, side, limit }, [
      side === null
        ? { en: `Not critical (${source}).`, zh: `非危急值（${source}）。` }
        : {
            en: `${side === 'low' ? 'Under' : 'Over'} ${limit} ${unit} (${source}).`,
            zh: `${side === 'low' ? '低于' : '高于'}${limit} ${unit}（${source}）。`,
          },
    ]);
  },
});
