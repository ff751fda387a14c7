import { screeningMeasure } from '../../screening/screening-measure.ts';

/** Positive of tests whose result the scale knows to be positive or negative. */
export const screeningPositive = screeningMeasure('RESULT', ['POSITIVE'], ['NEGATIVE'], {
  label: { en: 'Positive screening tests', zh: '筛查阳性率' },
  sentence: {
    en: 'Each figure is how many of a hundred persons tested in a year had a positive test, by the scale of the programme.',
    zh: '每个数字为每百名当年受检者中按项目分级判为阳性的人数。',
  },
  limits: {
    en: 'Tests that say nothing, and results that the scale does not know, are left out; a positive test is no cancer.',
    zh: '不含无法判定及不属于该分级的结果；阳性并不等于癌症。',
  },
  numerator: { en: 'persons with a positive test', zh: '检查阳性者' },
  denominator: { en: 'persons with a positive or negative test', zh: '检查阳性或阴性者' },
});
