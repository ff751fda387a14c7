import { flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs, notFor } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const GASTRIC_SCREENING_VERSION = 1;

export const GASTRIC_SCREENING = clinicalRule({
  id: 'gastric-screening',
  version: GASTRIC_SCREENING_VERSION,
  title: { en: 'Gastric cancer screening score (five variables)', zh: '新型胃癌筛查评分（5项）' },
  source:
    'China early gastric cancer screening consensus 2017, Chin J Gastroenterol 2018;23:92; Cai Q et al. Gut 2019;68:1576-87',
  sourceInChinese:
    '中国早期胃癌筛查流程专家共识（2017），胃肠病学 2018;23:92；Cai Q et al. Gut 2019;68:1576-87',
  mark: 'seen',
  population: { en: 'Persons of 40 and more at risk, China', zh: '40岁及以上高危人群，中国' },
  fields: {
    age: number('age in years', '年龄（岁）', 0, 130),
    male: flag('male', '男性'),
    hp_antibody: flag('Helicobacter pylori antibody', '幽门螺杆菌抗体阳性'),
    pg1_pg2_ratio: number('pepsinogen I to II', '胃蛋白酶原Ⅰ/Ⅱ比值', 0, 1000),
    gastrin17_pmol_L: number('gastrin-17 in pmol/L', '胃泌素-17（pmol/L）', 0, 10000),
  },
  outputs: ['score', 'tier'],
  names: ['new gastric cancer screening score (Li/Changhai, 5 variables, 0-23)'],
  decide: (given) => {
    const { age, male, hp_antibody, pg1_pg2_ratio, gastrin17_pmol_L } = given;
    if (age !== null && age < 40) return notFor('Not defined under 40 years.', '40岁以下不适用。');
    if (
      age === null ||
      male === null ||
      hp_antibody === null ||
      pg1_pg2_ratio === null ||
      gastrin17_pmol_L === null
    )
      return needs(missingOf(given, Object.keys(given)));
    const parts = [
      age >= 70 ? 10 : age >= 60 ? 6 : age >= 50 ? 5 : 0,
      male ? 4 : 0,
      hp_antibody ? 1 : 0,
      pg1_pg2_ratio < 3.89 ? 3 : 0,
      gastrin17_pmol_L > 5.7 ? 5 : gastrin17_pmol_L >= 1.5 ? 3 : 0,
    ];
    const score = parts.reduce((a, b) => a + b, 0);
    const tier = score <= 11 ? 'low' : score <= 16 ? 'medium' : 'high';
    return decided({ score, tier }, [
      {
        en: `Age, sex, H. pylori, pepsinogen ratio, gastrin-17: ${parts.join(' + ')} = ${score} of 23, ${tier} risk.`,
        zh: `年龄、性别、幽门螺杆菌、胃蛋白酶原比值、胃泌素-17：${parts.join(' + ')} = ${score}（满分23），${{ low: '低', medium: '中', high: '高' }[tier]}风险。`,
      },
    ]);
  },
});
