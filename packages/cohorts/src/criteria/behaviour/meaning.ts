import { codesMeaning } from '../../criterion/codes.ts';
import { among } from '../../criterion/where.ts';
import { BEHAVIOUR_CHOICES, BEHAVIOUR_LABELS, type BehaviourChoice } from './form.ts';

/** As the release has them: the digit after the slash of an ICD-O-3 morphology. */
const DIGITS: Readonly<Record<BehaviourChoice, string>> = {
  MALIGNANT: '3',
  IN_SITU: '2',
  UNCERTAIN: '1',
  BENIGN: '0',
};

export const meaning = codesMeaning<BehaviourChoice>({
  isKnown: (code) => BEHAVIOUR_CHOICES.includes(code as BehaviourChoice),
  label: (code) => BEHAVIOUR_LABELS[code],
  before: { en: '', zh: '行为学：' },
  where: (codes) =>
    among(
      'behaviour',
      codes.map((code) => DIGITS[code]),
    ),
});
