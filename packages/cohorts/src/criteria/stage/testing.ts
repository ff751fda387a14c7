import { isOf, some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { type CohortStage, STAGES } from './form.ts';

export const testing: CriterionTesting<CohortStage[]> = {
  arbitrary: some(STAGES),
  holds: (stages, row) => isOf(row.stage, stages),
};
