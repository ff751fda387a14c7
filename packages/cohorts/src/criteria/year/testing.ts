import type { Bounds } from '../../criterion/range-form.ts';
import { bounds, isWithin } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';

export const testing: CriterionTesting<Bounds> = {
  arbitrary: bounds(2014, 2026),
  holds: (wanted, row) => isWithin(row.diagnosis_year, wanted),
};
