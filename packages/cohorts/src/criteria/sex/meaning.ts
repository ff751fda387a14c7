import { codesMeaning } from '../../criterion/codes.ts';
import { among } from '../../criterion/where.ts';
import { type CohortSex, SEX_LABELS } from './form.ts';

export const meaning = codesMeaning<CohortSex>({
  isKnown: (code) => code in SEX_LABELS,
  label: (sex) => SEX_LABELS[sex],
  where: (sexes) => among('sex', sexes),
});
