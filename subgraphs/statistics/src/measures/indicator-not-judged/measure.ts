import { indicatorMeasure } from '../../care/indicator-measure.ts';

/** Share of an indicator's cases that cannot be judged, for a fact that is missing. */
export const indicatorNotJudged = indicatorMeasure(
  {
    label: { en: 'indicator cannot be judged', zh: '指标无法判定率' },
    sentence: {
      en: 'Each figure is how many of a hundred cases of the indicator, or that may be of it, lack a fact that it needs.',
      zh: '每个数字为每百例属于（或可能属于）该指标的病例中，因缺少所需信息而无法判定的例数。',
    },
    limits: {
      en: 'Such a case is no failure of care: it is one of recording. Where many cannot be judged, the share met says little.',
      zh: '无法判定不代表诊疗不合格，而是记录不全。无法判定者较多时，达标率的参考价值有限。',
    },
    counted: { en: 'cases that cannot be judged', zh: '无法判定的病例' },
    among: { en: 'cases of the indicator, or that may be of it', zh: '属于或可能属于该指标的病例' },
  },
  ['CANNOT_BE_JUDGED'],
  ['MET', 'NOT_MET'],
);
