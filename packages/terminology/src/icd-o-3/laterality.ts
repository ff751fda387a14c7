import { terms } from '../label.ts';
import { own } from '../lookup/own.ts';

/** Side of a paired organ. Source: ENCR and SEER laterality codes, read as words. */
export const LATERALITIES = terms([
  ['left', 'Left', '左侧'],
  ['right', 'Right', '右侧'],
  ['bilateral', 'Bilateral', '双侧'],
  ['midline', 'Midline', '中线'],
  ['unilateral', 'One side, unspecified', '单侧，侧别不详'],
  ['not-applicable', 'Not a paired site', '非成对器官'],
  ['unknown', 'Unknown', '不详'],
]);
export type Laterality =
  | 'left'
  | 'right'
  | 'bilateral'
  | 'midline'
  | 'unilateral'
  | 'not-applicable'
  | 'unknown';

/** SNOMED CT qualifiers used for laterality (mCODE `mcode-laterality-qualifier`). */
const FROM_SNOMED: Readonly<Record<string, Laterality>> = {
  '7771000': 'left',
  '24028007': 'right',
  '51440002': 'bilateral',
  '66459002': 'unilateral',
  '399488007': 'midline',
};

/** Laterality of a SNOMED CT qualifier, or null where it is not one. */
export function lateralityOfSnomed(code: string): Laterality | null {
  return own(FROM_SNOMED, code);
}
