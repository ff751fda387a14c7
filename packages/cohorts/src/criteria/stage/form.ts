import type { Label } from '@nodp/terminology';
import { choiceForm } from '../../criterion/codes-form.ts';

/** Stages as the release has them; `UNKNOWN` is a case without one. */
export const STAGES = [
  'STAGE_0',
  'STAGE_I',
  'STAGE_II',
  'STAGE_III',
  'STAGE_IV',
  'UNKNOWN',
] as const;
export type CohortStage = (typeof STAGES)[number];

export const STAGE_LABELS: Readonly<Record<CohortStage, Label>> = {
  STAGE_0: { en: 'stage 0', zh: '0期' },
  STAGE_I: { en: 'stage I', zh: 'I期' },
  STAGE_II: { en: 'stage II', zh: 'II期' },
  STAGE_III: { en: 'stage III', zh: 'III期' },
  STAGE_IV: { en: 'stage IV', zh: 'IV期' },
  UNKNOWN: { en: 'stage unknown', zh: '分期不详' },
};

export const form = choiceForm({
  name: { en: 'Stage at diagnosis', zh: '诊断时分期' },
  detail: null,
  values: STAGES,
  spelled: (stage) => (stage === 'UNKNOWN' ? 'unknown' : stage.slice('STAGE_'.length)),
});
