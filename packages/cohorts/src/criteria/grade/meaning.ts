import { codesMeaning } from '../../criterion/codes.ts';
import { among } from '../../criterion/where.ts';
import { GRADE_CHOICES, type GradeChoice, gradeLabel, released } from './form.ts';

export const meaning = codesMeaning<GradeChoice>({
  isKnown: (code) => GRADE_CHOICES.includes(code as GradeChoice),
  label: gradeLabel,
  before: { en: 'grade: ', zh: '分级：' },
  where: (grades) => among('grade', grades.map(released)),
});
