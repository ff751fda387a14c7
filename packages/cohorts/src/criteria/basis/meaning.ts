import { codesMeaning } from '../../criterion/codes.ts';
import { among } from '../../criterion/where.ts';
import { BASIS_CODES, basisLabel } from './form.ts';

export const meaning = codesMeaning<string>({
  isKnown: (code) => BASIS_CODES.includes(code as never),
  label: basisLabel,
  before: { en: 'diagnosed by ', zh: '诊断依据：' },
  where: (codes) => among('basis_of_diagnosis', codes),
});
