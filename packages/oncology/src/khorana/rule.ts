import { choice, flag, number } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const KHORANA_VERSION = 1;

/** Points of the site: very high risk 2, high risk 1. */
const SITES: Readonly<Record<string, 0 | 1 | 2>> = {
  stomach: 2,
  gastric: 2,
  pancreas: 2,
  lung: 1,
  lymphoma: 1,
  gynaecological: 1,
  gynecological: 1,
  ovary: 1,
  cervix: 1,
  corpus: 1,
  'corpus-uteri': 1,
  uterus: 1,
  endometrium: 1,
  vulva: 1,
  vagina: 1,
  bladder: 1,
  testis: 1,
  breast: 0,
  colon: 0,
  rectum: 0,
  colorectum: 0,
  colorectal: 0,
  prostate: 0,
  kidney: 0,
  liver: 0,
  oesophagus: 0,
  esophagus: 0,
  gallbladder: 0,
  'bile duct': 0,
  thyroid: 0,
  'head and neck': 0,
  melanoma: 0,
  sarcoma: 0,
  other: 0,
};

export const KHORANA = clinicalRule({
  id: 'khorana',
  version: KHORANA_VERSION,
  title: { en: 'Khorana score (venous thromboembolism)', zh: 'Khorana评分（静脉血栓栓塞）' },
  source: 'Khorana AA et al. Blood 2008;111:4902-7',
  mark: 'seen',
  population: {
    en: 'Outpatients beginning chemotherapy, United States',
    zh: '开始化疗的门诊患者，美国',
  },
  fields: {
    site: choice('site of the cancer', '癌症部位', Object.keys(SITES)),
    platelets: number('platelets before chemotherapy in 10⁹/L', '化疗前血小板（10⁹/L）', 0, 5000),
    haemoglobin_g_L: number('haemoglobin in g/L', '血红蛋白（g/L）', 10, 300),
    wbc: number('leucocytes in 10⁹/L', '白细胞（10⁹/L）', 0, 1000),
    bmi: number('body mass index in kg/m²', '体重指数（kg/m²）', 5, 150),
    esa: flag('erythropoiesis-stimulating agent in use', '使用促红细胞生成药'),
  },
  outputs: ['points', 'risk'],
  decide: (given) => {
    const { site, platelets, haemoglobin_g_L, wbc, bmi } = given;
    if (
      site === null ||
      platelets === null ||
      haemoglobin_g_L === null ||
      wbc === null ||
      bmi === null
    )
      return needs(missingOf(given, ['site', 'platelets', 'haemoglobin_g_L', 'wbc', 'bmi']));
    const parts = [
      SITES[site] ?? 0,
      platelets >= 350 ? 1 : 0,
      haemoglobin_g_L < 100 || given.esa === true ? 1 : 0,
      wbc > 11 ? 1 : 0,
      bmi >= 35 ? 1 : 0,
    ];
    const points = parts.reduce((a: number, b: number) => a + b, 0);
    const [risk, zh] =
      points === 0
        ? (['low', '低危'] as const)
        : points <= 2
          ? (['intermediate', '中危'] as const)
          : (['high', '高危'] as const);
    return decided({ points, risk }, [
      {
        en: `Site, platelets, haemoglobin, leucocytes, BMI: ${parts.join(' + ')} = ${points}, ${risk}.`,
        zh: `部位、血小板、血红蛋白、白细胞、BMI：${parts.join(' + ')} = ${points}，${zh}。`,
      },
    ]);
  },
});
