import { rangeForm } from '../../criterion/range-form.ts';

/** Year of diagnosis. */
export const form = rangeForm({ name: { en: 'Year of diagnosis', zh: '诊断年份' }, detail: null });
