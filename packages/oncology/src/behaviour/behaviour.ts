import { type Behaviour, isBehaviour } from '@nodp/terminology';
import { icd10Behaviour } from '@nodp/terminology/icd-10';
import type { Explained } from '../explained.ts';
import type { TumourReport } from '../reports.ts';

/** Raised whenever the same input gives another answer. */
export const BEHAVIOUR_VERSION = 1;

/** Which code said it. */
export type BehaviourReason = 'morphology' | 'icd-10';
export type BehaviourMissing = 'behaviour-code';

/**
 * The behaviour of a reported neoplasm: the digit after the slash of its morphology, and where no morphology was
 * reported what chapter II of ICD-10 says by the code's own place in it: C00 to C97 are /3 (C77 to C79 /6), D00 to D09
 * /2, D10 to D36 /0, D37 to D48 /1 but for those that ICD-O-3 counts as malignant (D45, D46, D47.1, D47.3 to D47.5).
 * China's extended codes are read by their category and fourth sign. Null where neither was reported: an unknown
 * behaviour is not malignant. Sources: ICD-O-3 (WHO 2000), table 24 and the haematopoietic chapter; ICD-10 (WHO 2019).
 */
export const behaviourOf = ({
  morphology,
  icd10,
}: Pick<TumourReport, 'morphology' | 'icd10'>): Explained<
  Behaviour,
  BehaviourReason,
  BehaviourMissing
> => {
  const digit = morphology?.split('/')[1]?.slice(0, 1) ?? '';
  if (isBehaviour(digit)) return { value: digit, why: ['morphology'], missing: [] };
  const implied = icd10 === null ? null : icd10Behaviour(icd10);
  return implied === null
    ? { value: null, why: [], missing: ['behaviour-code'] }
    : { value: implied, why: ['icd-10'], missing: [] };
};
