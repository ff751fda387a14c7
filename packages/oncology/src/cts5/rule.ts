import { count, flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs, notFor } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const CTS5_VERSION = 1;

/** Nodes 0, 1, 2 to 3, 4 to 9, more as 0 to 4. */
const nodeClass = (nodes: number): number =>
  nodes === 0 ? 0 : nodes === 1 ? 1 : nodes <= 3 ? 2 : nodes <= 9 ? 3 : 4;

export const CTS5 = clinicalRule({
  id: 'cts5',
  version: CTS5_VERSION,
  title: {
    en: 'CTS5 (late distant recurrence of breast cancer)',
    zh: 'CTS5评分（乳腺癌晚期远处复发）',
  },
  source: 'Dowsett M et al. J Clin Oncol 2018;36:1941-8',
  mark: 'seen',
  population: {
    en: 'Postmenopausal women, ER-positive, five years free of recurrence on endocrine therapy (ATAC, BIG 1-98)',
    zh: '绝经后、ER阳性、内分泌治疗5年无复发的女性（ATAC、BIG 1-98）',
  },
  fields: {
    positive_nodes: count('involved nodes', '阳性淋巴结数', 200),
    size_mm: number('size in mm', '大小（mm）', 0, 500),
    grade: number('grade 1 to 3', '分级1–3', 1, 3, { integer: true }),
    age: number('age at diagnosis in years', '诊断年龄（岁）', 18, 120),
    er_positive: flag('oestrogen receptor positive', '雌激素受体阳性'),
    postmenopausal: flag('postmenopausal', '绝经后'),
    recurrence_free_5_years: flag('free of recurrence after five years', '5年无复发'),
  },
  outputs: ['score', 'risk'],
  decide: (given) => {
    const { positive_nodes, size_mm, grade, age } = given;
    if (given.er_positive === false)
      return notFor('Only for ER-positive cancer.', '仅适用于ER阳性。');
    if (given.postmenopausal === false)
      return notFor('Only for postmenopausal women.', '仅适用于绝经后女性。');
    if (given.recurrence_free_5_years === false)
      return notFor('Only after five years without recurrence.', '仅适用于5年无复发者。');
    if (positive_nodes === null || size_mm === null || grade === null || age === null)
      return needs(missingOf(given, ['positive_nodes', 'size_mm', 'grade', 'age']));
    const size = Math.min(size_mm, 30);
    const score =
      0.438 * nodeClass(positive_nodes) +
      0.988 * (0.093 * size - 0.001 * size ** 2 + 0.375 * grade + 0.017 * age);
    const risk = score < 3.13 ? 'low' : score <= 3.86 ? 'intermediate' : 'high';
    return decided({ score, risk }, [
      {
        en: `CTS5 ${score.toFixed(2)}: ${risk} risk of distant recurrence in years 5 to 10${size_mm > 30 ? ' (size counted as 30 mm)' : ''}.`,
        zh: `CTS5 ${score.toFixed(2)}：第5至10年远处复发${{ low: '低', intermediate: '中', high: '高' }[risk]}风险${size_mm > 30 ? '（大小按30 mm计）' : ''}。`,
      },
    ]);
  },
});
