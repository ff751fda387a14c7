import type { ScreeningProgramme } from '../programme.ts';
import { NOT_FOUND, recall, result, WORK_UP } from '../sources.ts';

/** Surveillance of chronic hepatitis and cirrhosis; the text of the national programme was not found. */
export const LIVER: ScreeningProgramme = {
  id: 'liver',
  version: 2,
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
      // Its abstract was seen: every six months at high risk; three at extremely high risk, a year or longer at lower.
      source: 'Ding H, Tu H, Qu C et al. Hepatoma Res 2021;7:17 (guideline of 2020, high risk)',
      dated: '2020',
      mark: 'seen',
      id: 'ultrasound-afp',
      title: { en: 'Ultrasound with AFP', zh: '超声联合甲胎蛋白' },
      scale: 'positive/negative',
      results: [
        result('negative', 'negative', '阴性', 'negative', recall(6)),
        result('positive', 'positive', '阳性', 'positive', WORK_UP),
      ],
    },
  ],
};
