import { screeningMeasure } from '../../screening/screening-measure.ts';

/** Interval cancers of the cancers of those screened. */
export const intervalCancerShare = screeningMeasure(
  'CANCER',
  ['INTERVAL_CANCER'],
  ['SCREEN_DETECTED'],
  {
    label: { en: 'Interval cancers', zh: '间期癌比例' },
    sentence: {
      en: 'Each figure is how many of a hundred cancers of persons screened came after a negative test and before the next one was due, the others having been found by a test.',
      zh: '每个数字为受检者每百例癌症（检查检出者与间期癌合计）中，阴性检查之后、下次检查到期之前出现者的例数。',
    },
    limits: {
      en: 'By the year of the test. Cancers after tests whose day, result or interval is not known are in neither; those of the last years are still to come.',
      zh: '按检查年份统计。检查日期、结果或间隔不详者均不计入；最近几年的间期癌尚未全部出现。',
    },
    numerator: { en: 'interval cancers', zh: '间期癌' },
    denominator: { en: 'interval and screen-detected cancers', zh: '间期癌与筛查检出癌症' },
  },
);
