import { BASES_OF_DIAGNOSIS, type Label } from '@nodp/terminology';
import { codesForm } from '../../criterion/codes-form.ts';

/** Bases that a release has: the list of IARC and ENCR in use. */
export const BASIS_CODES = ['0', '1', '2', '4', '5', '6', '7', '9'] as const;

export const basisLabel = (code: string): Label =>
  BASES_OF_DIAGNOSIS.get(code as never)?.label ?? { en: code, zh: code };

/** In an address: `5,6,7`. */
export const form = codesForm({
  name: { en: 'Basis of diagnosis', zh: '诊断依据' },
  detail: { en: 'the most valid of the reports', zh: '各报告中最可靠者' },
  shape: /^\d$/,
});
