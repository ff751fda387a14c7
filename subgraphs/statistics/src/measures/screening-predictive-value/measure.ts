import { screeningMeasure } from '../../screening/screening-measure.ts';

/** Cancers found over positive tests: the positive predictive value. */
export const screeningPredictiveValue = screeningMeasure('POSITIVE', ['FOUND'], ['NOT_FOUND'], {
  label: { en: 'Positive predictive value of screening', zh: '筛查阳性预测值' },
  sentence: {
    en: 'Each figure is in how many of a hundred persons with a positive test an invasive cancer of the organ was diagnosed within 365 days.',
    zh: '每个数字为每百名检查阳性者中365天内确诊该器官浸润性癌的人数。',
  },
  limits: {
    en: 'Who was not worked up counts as without a cancer; in hospitals’ own data those with one are over-represented.',
    zh: '未完成诊断检查者计为无癌；医院自有数据中患癌者偏多。',
  },
  numerator: { en: 'persons with a screen-detected cancer', zh: '筛查检出癌症者' },
  denominator: { en: 'persons with a positive test', zh: '检查阳性者' },
});
