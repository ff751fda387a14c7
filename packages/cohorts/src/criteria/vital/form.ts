import type { Label } from '@nodp/terminology';
import { choiceForm } from '../../criterion/codes-form.ts';

/** How the person is at the closing date of the release; of whom nothing was heard since the diagnosis none is known. */
export const VITAL_STATUSES = ['ALIVE', 'DEAD', 'LOST'] as const;
export type VitalStatus = (typeof VITAL_STATUSES)[number];

export const VITAL_STATUS_LABELS: Readonly<Record<VitalStatus, Label>> = {
  ALIVE: { en: 'alive', zh: '存活' },
  DEAD: { en: 'dead', zh: '死亡' },
  LOST: { en: 'lost to follow-up', zh: '失访' },
};

export const form = choiceForm({
  name: { en: 'Vital status', zh: '生存状态' },
  detail: {
    en: 'at the closing date; lost: last heard of alive more than a year before it',
    zh: '截至数据截止日期；失访：末次随访存活且早于截止日期一年以上',
  },
  values: VITAL_STATUSES,
});
