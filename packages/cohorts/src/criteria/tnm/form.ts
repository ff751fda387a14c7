import { codesForm } from '../../criterion/codes-form.ts';

/** Categories that can be asked for; a finer one (`T1a`) is of the coarser (`T1`). */
export const TNM_CATEGORIES = [
  ...['T0', 'Tis', 'Ta', 'T1', 'T2', 'T3', 'T4', 'TX'],
  ...['N0', 'N1', 'N2', 'N3', 'NX'],
  ...['M0', 'M1', 'MX'],
] as const;

/** Of the letters that are named, one category each: `T1,T2,N0`. */
export const form = codesForm({
  name: { en: 'TNM', zh: 'TNM分类' },
  detail: { en: 'at diagnosis; T1 includes T1a', zh: '诊断时；T1含T1a' },
  shape: /^[TNM](?:[0-4X][A-Za-z0-9]{0,3}|is|a)$/,
});
