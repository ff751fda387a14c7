import type { Label } from '../label.ts';
import { own } from '../lookup/own.ts';

/** Trend of the disease as mCODE's cancer disease status carries it, one word for several codings. */
export type DiseaseStatus =
  | 'complete-remission'
  | 'partial-remission'
  | 'improved'
  | 'stable'
  | 'worsened'
  | 'undetermined'
  | 'distant-metastasis';

export const DISEASE_STATUSES: Readonly<Record<DiseaseStatus, Label>> = {
  'complete-remission': { en: 'Complete remission', zh: '完全缓解' },
  'partial-remission': { en: 'Partial remission', zh: '部分缓解' },
  improved: { en: 'Improved', zh: '好转' },
  stable: { en: 'Stable', zh: '稳定' },
  worsened: { en: 'Worsened', zh: '进展' },
  undetermined: { en: 'Undetermined', zh: '未能判定' },
  'distant-metastasis': { en: 'Distant metastasis', zh: '远处转移' },
};

/** Source: mCODE STU4, ConditionStatusTrendVS and ConditionStatusTrendMaxVS (SNOMED CT). */
const FROM_SNOMED: Readonly<Record<string, DiseaseStatus>> = {
  '550991000124107': 'complete-remission',
  '103338009': 'complete-remission',
  '551001000124108': 'partial-remission',
  '103337004': 'partial-remission',
  '268910001': 'improved',
  '359746009': 'stable',
  '271299001': 'worsened',
  '709137006': 'undetermined',
  '399409002': 'distant-metastasis',
};

export function diseaseStatusOfSnomed(code: string): DiseaseStatus | null {
  return own(FROM_SNOMED, code);
}
