import { choice, flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const COLORECTAL_PROGRAMME_VERSION = 1;

export const COLORECTAL_PROGRAMME = clinicalRule({
  id: 'colorectal-programme',
  version: COLORECTAL_PROGRAMME_VERSION,
  title: { en: 'Colorectal programme score with BMI', zh: '结直肠癌筛查评分（含BMI）' },
  source:
    'Sung JJY et al. J Gastroenterol Hepatol 2018;33:194-202, as used in Chinese city programmes',
  sourceInChinese:
    'Sung JJY et al. J Gastroenterol Hepatol 2018;33:194-202（国内城市筛查项目所用）',
  mark: 'draft',
  population: { en: 'Asymptomatic persons, China', zh: '无症状人群，中国' },
  fields: {
    age: number('age in years', '年龄（岁）', 18, 130),
    male: flag('male', '男性'),
    first_degree_crc: flag('first-degree relative with colorectal cancer', '一级亲属结直肠癌'),
    smoking: choice('smoking', '吸烟', ['never', 'former', 'current']),
    bmi: number('body mass index in kg/m²', '体重指数（kg/m²）', 5, 150),
  },
  outputs: ['score', 'high_risk'],
  names: ['colorectal programme score with BMI (China urban programme form of APCS)'],
  decide: (given) => {
    const { age, male, first_degree_crc, smoking, bmi } = given;
    if (
      age === null ||
      male === null ||
      first_degree_crc === null ||
      smoking === null ||
      bmi === null
    )
      return needs(missingOf(given, Object.keys(given)));
    const parts = [
      age >= 60 ? 2 : age >= 50 ? 1 : 0,
      male ? 1 : 0,
      first_degree_crc ? 1 : 0,
      smoking === 'never' ? 0 : 1,
      bmi >= 23 ? 1 : 0,
    ];
    const score = parts.reduce((a, b) => a + b, 0);
    const high = score >= 4;
    return decided({ score, high_risk: high }, [
      {
        en: `Age, sex, relative, smoking, BMI: ${parts.join(' + ')} = ${score}${high ? ', high risk' : ''}. Not yet confirmed against the programme’s protocol.`,
        zh: `年龄、性别、亲属、吸烟、BMI：${parts.join(' + ')} = ${score}${high ? '，高风险' : ''}。尚未与项目方案核对。`,
      },
    ]);
  },
});
