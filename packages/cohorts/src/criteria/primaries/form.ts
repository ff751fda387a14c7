import type { Label } from '@nodp/terminology';
import { choiceForm } from '../../criterion/codes-form.ts';

/** Which of the person's primaries the case is. */
export const PRIMARIES = ['ONLY', 'FIRST', 'LATER'] as const;
export type Primary = (typeof PRIMARIES)[number];

export const PRIMARY_LABELS: Readonly<Record<Primary, Label>> = {
  ONLY: { en: 'the only one', zh: '唯一原发' },
  FIRST: { en: 'the first, or the only one', zh: '首发（含唯一）' },
  LATER: { en: 'a later one', zh: '后发原发' },
};

export const form = choiceForm({
  name: { en: 'Multiple primaries', zh: '多原发' },
  detail: {
    en: 'which of the person’s primaries, by date of diagnosis',
    zh: '按诊断日期，为该人的第几个原发',
  },
  values: PRIMARIES,
});
