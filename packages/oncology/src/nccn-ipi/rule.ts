import { choice, flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const NCCN_IPI_VERSION = 1;

const STAGES = Object.fromEntries(
  ['I', 'II', 'III', 'IV'].flatMap((stage, index) =>
    [stage, `${stage}E`, `${stage}A`, `${stage}B`, `${stage}S`, String(index + 1)].map(
      (written) => [written.toLowerCase(), stage],
    ),
  ),
);

export const NCCN_IPI = clinicalRule({
  id: 'nccn-ipi',
  version: NCCN_IPI_VERSION,
  title: { en: 'NCCN-IPI', zh: 'NCCN国际预后指数' },
  source: 'Zhou Z et al. Blood 2014;123:837-42',
  mark: 'seen',
  population: {
    en: 'Diffuse large B-cell lymphoma treated with rituximab, United States and Canada',
    zh: '利妥昔单抗治疗的弥漫大B细胞淋巴瘤，美国和加拿大',
  },
  fields: {
    age: number('age in years', '年龄（岁）', 0, 130),
    ldh_ratio: number('LDH over its upper limit of normal', 'LDH与正常上限之比', 0, 200),
    ann_arbor: choice('Ann Arbor (Lugano) stage', 'Ann Arbor（Lugano）分期', STAGES),
    extranodal_major: flag(
      'bone marrow, CNS, liver or GI tract, or lung involved',
      '骨髓、中枢神经、肝或胃肠道、肺受累',
    ),
    ecog: number('ECOG performance status', 'ECOG体能状态', 0, 4, { integer: true }),
  },
  outputs: ['points', 'risk'],
  decide: (given) => {
    const { age, ldh_ratio, ann_arbor, extranodal_major, ecog } = given;
    if (
      age === null ||
      ldh_ratio === null ||
      ann_arbor === null ||
      extranodal_major === null ||
      ecog === null
    )
      return needs(missingOf(given, Object.keys(given)));
    const parts = [
      age > 75 ? 3 : age > 60 ? 2 : age > 40 ? 1 : 0,
      ldh_ratio > 3 ? 2 : ldh_ratio > 1 ? 1 : 0,
      ann_arbor === 'III' || ann_arbor === 'IV' ? 1 : 0,
      extranodal_major ? 1 : 0,
      ecog >= 2 ? 1 : 0,
    ];
    const points = parts.reduce((a, b) => a + b, 0);
    const [risk, zh] =
      points <= 1
        ? (['low', '低危'] as const)
        : points <= 3
          ? (['low-intermediate', '低中危'] as const)
          : points <= 5
            ? (['high-intermediate', '中高危'] as const)
            : (['high', '高危'] as const);
    return decided({ points, risk }, [
      {
        en: `Age, LDH, stage, extranodal disease, ECOG: ${parts.join(' + ')} = ${points}, ${risk}.`,
        zh: `年龄、LDH、分期、结外病变、ECOG：${parts.join(' + ')} = ${points}，${zh}。`,
      },
    ]);
  },
});
