import type { ScreeningProgramme } from '../programme.ts';
import { NOT_FOUND, result, WORK_UP } from '../sources.ts';

/** Score by serology, then endoscopy. */
export const STOMACH: ScreeningProgramme = {
  id: 'stomach',
  version: 1,
  title: { en: 'Gastric cancer', zh: '胃癌' },
  eligibility: {
    title: { en: 'Persons of 40 and more at risk', zh: '40岁及以上风险人群' },
    ages: { from: 40, to: null },
    sex: null,
    rules: ['gastric-screening'],
    says: {
      en: 'And one of five conditions of the consensus, then the score of 0 to 23: 0 to 11 low, 12 to 16 medium, 17 to 23 high.',
      zh: '并符合共识所列五项之一，再按0–23分评分：0–11低，12–16中，17–23高。',
    },
    source: 'China early gastric cancer screening consensus 2017, Chin J Gastroenterol 2018;23:92',
    dated: '2017',
    mark: 'seen',
  },
  tests: [
    {
      ...NOT_FOUND,
      id: 'endoscopy',
      title: { en: 'Endoscopy', zh: '胃镜' },
      scale: 'positive/negative',
      results: [
        result('negative', 'nothing suspicious', '未见可疑病变', 'negative', null),
        result('positive', 'suspicious', '可疑病变', 'positive', WORK_UP),
      ],
    },
  ],
};
