import { GRADES, type Label } from '@nodp/terminology';
import { choiceForm } from '../../criterion/codes-form.ts';

/** Grades or differentiation that are known. */
export const GRADE_CHOICES = ['GRADE_1', 'GRADE_2', 'GRADE_3', 'GRADE_4'] as const;
export type GradeChoice = (typeof GRADE_CHOICES)[number];

/** As the release has it: the sixth digit of ICD-O-3. */
export const released = (grade: GradeChoice): string => grade.slice('GRADE_'.length);

export const gradeLabel = (grade: GradeChoice): Label =>
  GRADES.get(released(grade) as never)?.label ?? { en: grade, zh: grade };

/** In an address: `1,2`. */
export const form = choiceForm({
  name: { en: 'Grade', zh: '分级' },
  detail: { en: 'differentiation, as reported', zh: '分化程度，按上报' },
  values: GRADE_CHOICES,
  spelled: released,
});
