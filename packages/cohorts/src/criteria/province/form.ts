import { codesForm } from '../../criterion/codes-form.ts';

/** GB/T 2260 codes of the reporting institution's province, e.g. `440000`. */
export const form = codesForm({
  name: { en: 'Province', zh: '省份' },
  detail: { en: 'of the reporting institution', zh: '上报机构所在省份' },
  shape: /^\d{6}$/,
});
