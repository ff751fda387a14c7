import type { ScreeningProgramme } from '../programme.ts';
import { NOT_FOUND, result, WORK_UP } from '../sources.ts';

/** Surveillance of chronic hepatitis and cirrhosis; the text of the national programme was not found. */
export const LIVER: ScreeningProgramme = {
  id: 'liver',
  version: 1,
  title: { en: 'Liver cancer', zh: '肝癌' },
  eligibility: {
    ...NOT_FOUND,
    title: { en: 'Persons at risk of hepatocellular carcinoma', zh: '肝细胞癌风险人群' },
    ages: null,
    sex: null,
    rules: ['amap', 'reach-b', 'page-b'],
    says: {
      en: 'The text of the national programme of 2024 was not found. Risk is weighed by aMAP, REACH-B and PAGE-B, each for its own people.',
      zh: '未找到2024年国家项目文本。风险由aMAP、REACH-B和PAGE-B评估，各自适用于其人群。',
    },
  },
  tests: [
    {
      ...NOT_FOUND,
      id: 'ultrasound-afp',
      title: { en: 'Ultrasound with AFP', zh: '超声联合甲胎蛋白' },
      scale: 'positive/negative',
      results: [
        result('negative', 'negative', '阴性', 'negative', null),
        result('positive', 'positive', '阳性', 'positive', WORK_UP),
      ],
    },
  ],
};
