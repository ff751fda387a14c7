import { flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs, notFor } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const REACH_B_VERSION = 1;

export const REACH_B = clinicalRule({
  id: 'reach-b',
  version: REACH_B_VERSION,
  title: {
    en: 'REACH-B (hepatocellular carcinoma in chronic hepatitis B)',
    zh: 'REACH-B评分（慢性乙肝肝癌风险）',
  },
  source: 'Yang HI et al. Lancet Oncol 2011;12:568-74',
  mark: 'seen',
  population: {
    en: 'Untreated chronic hepatitis B without cirrhosis, 30 to 65 years, Taiwan, Hong Kong and Korea',
    zh: '未治疗、无肝硬化的慢性乙肝，30–65岁，中国台湾、中国香港和韩国',
  },
  fields: {
    male: flag('male', '男性'),
    age: number('age in years', '年龄（岁）', 0, 130),
    alt_U_L: number('ALT in U/L', '丙氨酸氨基转移酶（U/L）', 0, 20000),
    hbeag: flag('HBeAg positive', 'HBeAg阳性'),
    hbv_dna_copies_mL: number('HBV DNA in copies/mL', 'HBV DNA（拷贝/mL）', 0, 1e13),
    cirrhosis: flag('cirrhosis', '肝硬化'),
  },
  outputs: ['points'],
  decide: (given) => {
    const { male, age, alt_U_L, hbeag, hbv_dna_copies_mL: dna } = given;
    if (given.cirrhosis === true) return notFor('Not in cirrhosis.', '不适用于肝硬化。');
    if (age !== null && (age < 30 || age > 65))
      return notFor('Only from 30 to 65 years.', '仅适用于30–65岁。');
    if (male === null || age === null || alt_U_L === null || hbeag === null || dna === null)
      return needs(missingOf(given, ['male', 'age', 'alt_U_L', 'hbeag', 'hbv_dna_copies_mL']));
    const parts = [
      male ? 2 : 0,
      Math.min(Math.floor((age - 30) / 5), 6),
      alt_U_L >= 45 ? 2 : alt_U_L >= 15 ? 1 : 0,
      hbeag ? 2 : 0,
      dna >= 1e6 ? 4 : dna >= 1e5 ? 5 : dna >= 1e4 ? 3 : 0,
    ];
    const points = parts.reduce((a, b) => a + b, 0);
    return decided({ points }, [
      {
        en: `Sex, age, ALT, HBeAg, HBV DNA: ${parts.join(' + ')} = ${points} of 17.`,
        zh: `性别、年龄、ALT、HBeAg、HBV DNA：${parts.join(' + ')} = ${points}（满分17）。`,
      },
    ]);
  },
});
