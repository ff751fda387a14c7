import { choice, count, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const IPI_VERSION = 1;

const STAGES = Object.fromEntries(
  ['I', 'II', 'III', 'IV'].flatMap((stage, index) =>
    [stage, `${stage}E`, `${stage}A`, `${stage}B`, `${stage}S`, String(index + 1)].map(
      (written) => [written.toLowerCase(), stage],
    ),
  ),
);

export const IPI = clinicalRule({
  id: 'ipi',
  version: IPI_VERSION,
  title: { en: 'International Prognostic Index', zh: '国际预后指数（IPI）' },
  source: 'International NHL Prognostic Factors Project. N Engl J Med 1993;329:987-94',
  mark: 'seen',
  population: { en: 'Aggressive non-Hodgkin lymphoma', zh: '侵袭性非霍奇金淋巴瘤' },
  fields: {
    age: number('age in years', '年龄（岁）', 0, 130),
    ann_arbor: choice('Ann Arbor (Lugano) stage', 'Ann Arbor（Lugano）分期', STAGES),
    ldh_U_L: number('LDH in U/L', '乳酸脱氢酶（U/L）', 0, 100000),
    ldh_uln: number('upper limit of normal of LDH in U/L', '乳酸脱氢酶正常上限（U/L）', 1, 10000),
    ecog: number('ECOG performance status', 'ECOG体能状态', 0, 4, { integer: true }),
    extranodal_sites: count('extranodal sites', '结外受累部位数', 50),
  },
  outputs: ['points', 'risk'],
  decide: (given) => {
    const { age, ann_arbor, ldh_U_L, ldh_uln, ecog, extranodal_sites } = given;
    if (
      age === null ||
      ann_arbor === null ||
      ldh_U_L === null ||
      ldh_uln === null ||
      ecog === null ||
      extranodal_sites === null
    )
      return needs(missingOf(given, Object.keys(given)));
    const parts = [
      age > 60,
      ann_arbor === 'III' || ann_arbor === 'IV',
      ldh_U_L > ldh_uln,
      ecog >= 2,
      extranodal_sites > 1,
    ].map(Number);
    const points = parts.reduce((a, b) => a + b, 0);
    const [risk, zh] =
      points <= 1
        ? (['low', '低危'] as const)
        : points === 2
          ? (['low-intermediate', '低中危'] as const)
          : points === 3
            ? (['high-intermediate', '中高危'] as const)
            : (['high', '高危'] as const);
    return decided({ points, risk }, [
      {
        en: `Age over 60, stage III–IV, LDH raised, ECOG 2 or more, more than one extranodal site: ${parts.join(' + ')} = ${points}, ${risk}.`,
        zh: `年龄>60、Ⅲ–Ⅳ期、LDH升高、ECOG≥2、结外>1处：${parts.join(' + ')} = ${points}，${zh}。`,
      },
    ]);
  },
});
