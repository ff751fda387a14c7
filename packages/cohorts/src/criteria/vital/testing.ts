import { isOf, some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { VITAL_STATUSES, type VitalStatus } from './form.ts';

export const testing: CriterionTesting<VitalStatus[]> = {
  arbitrary: some(VITAL_STATUSES),
  holds: (statuses, row) => isOf(row.vital, statuses),
  columns: { vital: VITAL_STATUSES },
};
