import type { Label } from '@nodp/terminology';
import { choiceForm } from '../../criterion/codes-form.ts';

/** How the disease stood at an assessment. */
export const TRENDS = ['REMISSION', 'IMPROVED', 'STABLE', 'PROGRESSED', 'RECURRED'] as const;
export type Trend = (typeof TRENDS)[number];

export const TREND_LABELS: Readonly<Record<Trend, Label>> = {
  REMISSION: { en: 'remission', zh: '缓解' },
  IMPROVED: { en: 'improved', zh: '好转' },
  STABLE: { en: 'stable', zh: '稳定' },
  PROGRESSED: { en: 'progressed', zh: '进展' },
  RECURRED: { en: 'recurred', zh: '复发' },
};

/** In an address: `progressed,recurred`. */
export const form = choiceForm({
  name: { en: 'Course of the disease', zh: '病情变化' },
  detail: {
    en: 'as assessed at follow-up, of the person',
    zh: '随访时的评估，以个人计',
  },
  values: TRENDS,
});
