import { flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs, notFor } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const PAGE_B_VERSION = 1;

export const PAGE_B = clinicalRule({
  id: 'page-b',
  version: PAGE_B_VERSION,
  title: {
    en: 'PAGE-B (hepatocellular carcinoma in treated hepatitis B)',
    zh: 'PAGE-B评分（治疗中乙肝的肝癌风险）',
  },
  source: 'Papatheodoridis G et al. J Hepatol 2016;64:800-6',
  mark: 'seen',
  population: { en: 'Treated chronic hepatitis B, Europe', zh: '接受治疗的慢性乙肝，欧洲' },
  fields: {
    age: number('age in years', '年龄（岁）', 0, 130),
    male: flag('male', '男性'),
    platelets_10e9_L: number('platelets in 10⁹/L', '血小板（10⁹/L）', 0, 3000),
  },
  outputs: ['points', 'risk'],
  decide: (given) => {
    const { age, male, platelets_10e9_L: platelets } = given;
    if (age !== null && age < 16) return notFor('Not under 16 years.', '16岁以下不适用。');
    if (age === null || male === null || platelets === null)
      return needs(missingOf(given, Object.keys(given)));
    const parts = [
      Math.min(Math.max(Math.floor(age / 10) - 2, 0), 5) * 2,
      male ? 6 : 0,
      platelets >= 200 ? 0 : platelets >= 100 ? 6 : 9,
    ];
    const points = parts.reduce((a, b) => a + b, 0);
    const risk = points <= 9 ? 'low' : points <= 17 ? 'medium' : 'high';
    return decided({ points, risk }, [
      {
        en: `Age, sex, platelets: ${parts.join(' + ')} = ${points}, ${risk} risk.`,
        zh: `年龄、性别、血小板：${parts.join(' + ')} = ${points}，${{ low: '低', medium: '中', high: '高' }[risk]}风险。`,
      },
    ]);
  },
});
