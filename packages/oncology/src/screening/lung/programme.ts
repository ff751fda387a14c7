import type { ScreeningProgramme } from '../programme.ts';
import { REPEAT, recall, result, WORK_UP } from '../sources.ts';

/** Low-dose CT of persons at high risk by the Chinese criteria of 2021. */
export const LUNG: ScreeningProgramme = {
  id: 'lung',
  version: 1,
  title: { en: 'Lung cancer: low-dose CT', zh: '肺癌：低剂量CT' },
  eligibility: {
    title: { en: 'High risk by the Chinese criteria of 2021', zh: '2021年中国标准高风险人群' },
    ages: { from: 50, to: 74 },
    sex: null,
    rules: ['china-lung-2021', 'plcom2012', 'llpv2'],
    says: {
      en: 'And one of: 30 pack-years or more, those included who quit less than 15 years ago; 20 years or more of passive smoking; COPD; a year or more of occupational exposure; a first-degree relative with lung cancer.',
      zh: '并符合任一项：吸烟≥30包年（含戒烟不足15年者）；被动吸烟≥20年；慢阻肺；职业暴露≥1年；一级亲属肺癌。',
    },
    source: 'He J, Li N, Chen W et al. Chin J Oncol 2021;43:243-68',
    dated: '2021',
    mark: 'seen',
  },
  tests: [
    {
      id: 'ldct',
      title: { en: 'Low-dose CT of the chest', zh: '胸部低剂量CT' },
      scale: 'Lung-RADS',
      source: 'American College of Radiology, Lung-RADS 2022',
      dated: '2022',
      mark: 'known',
      results: [
        result('0', 'incomplete', '不完整', 'inconclusive', REPEAT),
        result('1', 'negative', '阴性', 'negative', recall(12)),
        result('2', 'benign', '良性', 'negative', recall(12)),
        result('3', 'probably benign', '可能良性', 'positive', recall(6)),
        result('4A', 'suspicious', '可疑', 'positive', recall(3)),
        result('4B', 'very suspicious', '高度可疑', 'positive', WORK_UP),
        result('4X', 'suspicious with further features', '可疑并有其他特征', 'positive', WORK_UP),
      ],
    },
  ],
};
