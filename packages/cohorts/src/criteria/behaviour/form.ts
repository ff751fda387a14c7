import type { Label } from '@nodp/terminology';
import { choiceForm } from '../../criterion/codes-form.ts';

/** Behaviours of a neoplasm; a case whose behaviour no code says meets none of them. */
export const BEHAVIOUR_CHOICES = ['MALIGNANT', 'IN_SITU', 'UNCERTAIN', 'BENIGN'] as const;
export type BehaviourChoice = (typeof BEHAVIOUR_CHOICES)[number];

export const BEHAVIOUR_LABELS: Readonly<Record<BehaviourChoice, Label>> = {
  MALIGNANT: { en: 'malignant', zh: '恶性' },
  IN_SITU: { en: 'in situ', zh: '原位' },
  UNCERTAIN: { en: 'of uncertain behaviour', zh: '动态未定' },
  BENIGN: { en: 'benign', zh: '良性' },
};

/** ICD-O-3 behaviour; malignant where a definition does not say it. */
export const form = choiceForm({
  name: { en: 'Behaviour', zh: '行为学' },
  detail: { en: 'malignant unless said otherwise', zh: '未说明时为恶性' },
  values: BEHAVIOUR_CHOICES,
});
