import type { ScreeningProgramme } from '../programme.ts';
import { NOT_FOUND, REPEAT, recall, result, WORK_UP } from '../sources.ts';

/** Mammography or ultrasound; the text of the national programme was not found. */
export const BREAST: ScreeningProgramme = {
  id: 'breast',
  version: 1,
  title: { en: 'Breast cancer', zh: '乳腺癌' },
  eligibility: {
    ...NOT_FOUND,
    title: { en: 'Women; ages of the programme not found', zh: '女性；未找到项目规定的年龄' },
    ages: null,
    sex: 'FEMALE',
    rules: ['bcrat'],
    says: {
      en: 'The text of the national programme of 2024 was not found: its ages and interval are not given here. The Gail model overestimates in women in China.',
      zh: '未找到2024年国家项目文本，此处不给出年龄与间隔。Gail模型用于中国女性会高估。',
    },
  },
  tests: [
    {
      id: 'imaging',
      title: { en: 'Mammography or ultrasound', zh: '乳腺X线摄影或超声' },
      scale: 'BI-RADS',
      source: 'American College of Radiology, BI-RADS Atlas, 5th edition',
      dated: '2013',
      mark: 'known',
      results: [
        result('0', 'incomplete', '评估不完全', 'inconclusive', REPEAT),
        // By which interval the programme calls again was not found.
        result('1', 'negative', '阴性', 'negative', null),
        result('2', 'benign', '良性', 'negative', null),
        result('3', 'probably benign', '可能良性', 'positive', recall(6)),
        result('4A', 'low suspicion', '低度可疑', 'positive', WORK_UP),
        result('4B', 'moderate suspicion', '中度可疑', 'positive', WORK_UP),
        result('4C', 'high suspicion', '高度可疑', 'positive', WORK_UP),
        result('5', 'highly suggestive of malignancy', '高度提示恶性', 'positive', WORK_UP),
      ],
    },
  ],
};
