import { codesForm } from '../../criterion/codes-form.ts';

/** GB/T 2260 codes of the reporting institution's province, e.g. `440000`. */
export const form = codesForm({
  name: { en: 'Province of the institution', zh: '上报机构省份' },
  detail: { en: 'of the institution that reported first', zh: '首报机构所在省份' },
  shape: /^\d{6}$/,
});
