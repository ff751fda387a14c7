import { rangeForm } from '../../criterion/range-form.ts';

/** Completed years at diagnosis. */
export const form = rangeForm({
  name: { en: 'Age at diagnosis', zh: '诊断年龄' },
  detail: { en: 'completed years', zh: '周岁' },
});
