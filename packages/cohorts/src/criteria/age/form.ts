import { rangeForm } from '../../criterion/range-form.ts';

/** Ages of a release end here: it stands for 90 and more, so that the oldest are not told apart. */
export const OLDEST = 90;

/** Completed years at diagnosis. */
export const form = rangeForm({
  name: { en: 'Age at diagnosis', zh: '诊断年龄' },
  detail: { en: 'completed years; 90 is 90 or more', zh: '周岁；90即90岁及以上' },
});
