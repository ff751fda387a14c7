import { isOf, some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { DETECTIONS, type Detection } from './form.ts';

export const testing: CriterionTesting<Detection[]> = {
  arbitrary: some(DETECTIONS),
  holds: (modes, row) => isOf(row.detection, modes),
  columns: { detection: DETECTIONS },
};
