import { screeningMeasure } from '../../screening/screening-measure.ts';

/** Cancers found over tests: the detection rate. */
export const screeningDetection = screeningMeasure('TEST', ['FOUND'], ['NOT_FOUND'], {
  label: { en: 'Cancers detected per 100 screened', zh: '每百名受检者检出癌症数' },
  sentence: {
    en: 'Each figure is in how many of a hundred persons tested in a year an invasive cancer of the organ was diagnosed within 365 days of a positive test.',
    zh: '每个数字为每百名当年受检者中，阳性检查后365天内确诊该器官浸润性癌的人数。',
  },
  limits: {
    en: 'In hospitals’ own data those with a cancer are over-represented: it is a detection rate only where the programme sends all of its rounds. Tests of the last year may still find one.',
    zh: '医院自有数据中患癌者偏多：仅当项目上报全部轮次时方为检出率。最近一年的检查仍可能检出。',
  },
  numerator: { en: 'persons with a screen-detected cancer', zh: '筛查检出癌症者' },
  denominator: { en: 'persons tested', zh: '受检者' },
});
