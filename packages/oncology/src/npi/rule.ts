import { count, flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs, notFor } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const NPI_VERSION = 1;

const GROUPS = [
  [2.4, 'excellent', '极好'],
  [3.4, 'good', '好'],
  [4.4, 'moderate I', '中等Ⅰ'],
  [5.4, 'moderate II', '中等Ⅱ'],
  [Number.POSITIVE_INFINITY, 'poor', '差'],
] as const;

export const NPI = clinicalRule({
  id: 'npi',
  version: NPI_VERSION,
  title: { en: 'Nottingham Prognostic Index', zh: '诺丁汉预后指数' },
  source:
    'Galea MH et al. Breast Cancer Res Treat 1992;22:207-19; groups: Blamey RW et al. Eur J Cancer 2007;43:1548-55',
  sourceInChinese:
    'Galea MH et al. Breast Cancer Res Treat 1992;22:207-19；分组：Blamey RW et al. Eur J Cancer 2007;43:1548-55',
  mark: 'seen',
  population: {
    en: 'Operated primary invasive breast cancer, Nottingham (United Kingdom); not recalibrated for China',
    zh: '已手术的原发浸润性乳腺癌，英国诺丁汉；未针对中国重新校准',
  },
  fields: {
    size_mm: number('invasive size in mm', '浸润灶大小（mm）', 0, 500),
    grade: number('histological grade 1 to 3', '组织学分级1–3', 1, 3, { integer: true }),
    positive_nodes: count('involved axillary nodes', '阳性腋窝淋巴结数', 200),
    neoadjuvant: flag('systemic treatment before the operation', '术前全身治疗'),
    metastatic: flag('distant metastasis', '远处转移'),
  },
  outputs: ['score', 'group'],
  names: ['Nottingham Prognostic Index'],
  decide: (given) => {
    const { size_mm, grade, positive_nodes } = given;
    if (given.neoadjuvant === true)
      return notFor('Not after neoadjuvant treatment.', '不适用于新辅助治疗后。');
    if (given.metastatic === true)
      return notFor('Not for metastatic disease.', '不适用于转移性疾病。');
    if (size_mm === null || grade === null || positive_nodes === null)
      return needs(missingOf(given, ['size_mm', 'grade', 'positive_nodes']));
    const nodes = positive_nodes === 0 ? 1 : positive_nodes <= 3 ? 2 : 3;
    // Kept to nine decimals, so that 0.2 × 1.2 + 2.16 is no more than its limit.
    const score = Number((0.02 * size_mm + grade + nodes).toFixed(9));
    const [, group, zh] = GROUPS.find(([limit]) => score <= limit) ?? GROUPS[4];
    return decided({ score, group }, [
      {
        en: `0.2 × ${size_mm / 10} cm + grade ${grade} + node stage ${nodes} = ${score}: ${group}.`,
        zh: `0.2 × ${size_mm / 10} cm + 分级${grade} + 淋巴结分期${nodes} = ${score}：${zh}。`,
      },
    ]);
  },
});
