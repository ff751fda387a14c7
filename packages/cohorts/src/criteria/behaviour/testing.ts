import { some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { BEHAVIOUR_CHOICES, type BehaviourChoice } from './form.ts';

const DIGITS = { MALIGNANT: '3', IN_SITU: '2', UNCERTAIN: '1', BENIGN: '0' } as const;

export const testing: CriterionTesting<BehaviourChoice[]> = {
  arbitrary: some(BEHAVIOUR_CHOICES),
  holds: (choices, row) => choices.some((choice) => row.behaviour === DIGITS[choice]),
};
