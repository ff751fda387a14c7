import { choice, flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const APCS_VERSION = 1;

export const APCS = clinicalRule({
  id: 'apcs',
  version: APCS_VERSION,
  title: { en: 'Asia-Pacific Colorectal Screening score', zh: '亚太结直肠筛查评分（APCS）' },
  source: 'Yeoh KG et al. Gut 2011;60:1236-41',
  mark: 'seen',
  population: { en: 'Asymptomatic persons, Asia-Pacific', zh: '无症状人群，亚太地区' },
  fields: {
    age: number('age in years', '年龄（岁）', 18, 130),
    male: flag('male', '男性'),
    first_degree_crc: flag('first-degree relative with colorectal cancer', '一级亲属结直肠癌'),
    smoking: choice('smoking', '吸烟', ['never', 'former', 'current']),
  },
  outputs: ['score', 'tier'],
  decide: (given) => {
    const { age, male, first_degree_crc, smoking } = given;
    if (age === null || male === null || first_degree_crc === null || smoking === null)
      return needs(missingOf(given, Object.keys(given)));
    const parts = [
      age >= 70 ? 3 : age >= 50 ? 2 : 0,
      male ? 1 : 0,
      first_degree_crc ? 2 : 0,
      smoking === 'never' ? 0 : 1,
    ];
    const score = parts.reduce((a, b) => a + b, 0);
    const tier = score <= 1 ? 'average' : score <= 3 ? 'moderate' : 'high';
    return decided({ score, tier }, [
      {
        en: `Age, sex, relative, smoking: ${parts.join(' + ')} = ${score}, ${tier}.`,
        zh: `年龄、性别、亲属、吸烟：${parts.join(' + ')} = ${score}，${{ average: '一般', moderate: '中等', high: '高' }[tier]}风险。`,
      },
    ]);
  },
});
