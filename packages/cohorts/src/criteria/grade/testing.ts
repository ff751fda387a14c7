import { isOf, some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { GRADE_CHOICES, type GradeChoice } from './form.ts';

export const testing: CriterionTesting<GradeChoice[]> = {
  arbitrary: some(GRADE_CHOICES),
  holds: (grades, row) => isOf(`GRADE_${row.grade}`, grades),
  columns: { grade: ['1', '2', '3', '4', '9'] },
};
