import { codesForm } from '../../criterion/codes-form.ts';

/** GB/T 2260 codes of the province in which the person lives, e.g. `440000`. */
export const form = codesForm({
  name: { en: 'Province of residence', zh: '居住省份' },
  detail: { en: 'where the person lives', zh: '患者居住地所在省份' },
  shape: /^\d{6}$/,
});
