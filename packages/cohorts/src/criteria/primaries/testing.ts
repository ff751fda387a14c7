import { some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { PRIMARIES, type Primary } from './form.ts';

export const testing: CriterionTesting<Primary[]> = {
  arbitrary: some(PRIMARIES),
  holds: (chosen, { only_case, case_number }) =>
    (chosen.includes('ONLY') && only_case === true) ||
    (chosen.includes('FIRST') && case_number === 1) ||
    (chosen.includes('LATER') && Number(case_number) > 1),
};
