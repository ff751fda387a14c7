import { codesForm } from '../../criterion/codes-form.ts';

/** ICD-O-3: histology (`8140`) or morphology with behaviour (`8140/3`). */
export const form = codesForm({
  name: { en: 'Histology', zh: '组织学类型' },
  detail: { en: 'ICD-O-3 morphology', zh: 'ICD-O-3 形态学' },
  shape: /^\d{4}(?:\/\d)?$/,
});
