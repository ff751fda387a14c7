import { LATERALITIES, type Label } from '@nodp/terminology';
import { choiceForm } from '../../criterion/codes-form.ts';

/** Sides that are known; a case whose side is not known or not of a pair meets none of them. */
export const SIDES = ['LEFT', 'RIGHT', 'BILATERAL', 'MIDLINE', 'UNILATERAL'] as const;
export type Side = (typeof SIDES)[number];

/** A side as the release has it. */
export const released = (side: Side): Lowercase<Side> => side.toLowerCase() as Lowercase<Side>;

export const sideLabel = (side: Side): Label =>
  LATERALITIES.get(released(side))?.label ?? { en: side, zh: side };

export const form = choiceForm({
  name: { en: 'Laterality', zh: '侧别' },
  detail: { en: 'side of a paired organ', zh: '成对器官的侧别' },
  values: SIDES,
});
