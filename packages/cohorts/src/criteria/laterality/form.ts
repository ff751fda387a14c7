import { LATERALITIES, type Label } from '@nodp/terminology';
import { choiceForm } from '../../criterion/codes-form.ts';

/** Sides that are known; a case whose side is not known or not of a pair meets none of them. */
export const SIDES = ['LEFT', 'RIGHT', 'BILATERAL', 'MIDLINE', 'UNILATERAL'] as const;
export type Side = (typeof SIDES)[number];

/** A side as the release has it. */
export const released = (side: Side): string => side.toLowerCase();

const labels = new Map<string, Label>(LATERALITIES.map(({ code, label }) => [code, label]));

export const sideLabel = (side: Side): Label =>
  labels.get(released(side)) ?? { en: side, zh: side };

export const form = choiceForm({
  name: { en: 'Laterality', zh: '侧别' },
  detail: { en: 'side of a paired organ', zh: '成对器官的侧别' },
  values: SIDES,
});
