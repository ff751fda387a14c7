import type { Label } from '@nodp/terminology';
import { choiceForm } from '../../criterion/codes-form.ts';

export const SEXES = ['FEMALE', 'MALE', 'OTHER', 'UNKNOWN'] as const;
export type CohortSex = (typeof SEXES)[number];

export const SEX_LABELS: Readonly<Record<CohortSex, Label>> = {
  FEMALE: { en: 'female', zh: '女性' },
  MALE: { en: 'male', zh: '男性' },
  OTHER: { en: 'other sex', zh: '其他性别' },
  UNKNOWN: { en: 'sex unknown', zh: '性别不详' },
};

export const form = choiceForm({ name: { en: 'Sex', zh: '性别' }, detail: null, values: SEXES });
