import { formOf, GRADE_CHOICES, gradeLabel } from '@nodp/cohorts';
import { useLabel } from '../../../../i18n/label.ts';
import { Choices } from './choices.tsx';
import type { EditorProps } from './editor-props.ts';

export function GradeEditor({ value, onChange }: EditorProps<'grade'>) {
  const label = useLabel();
  return (
    <Choices
      label={label(formOf('grade').name)}
      choices={GRADE_CHOICES.map((each) => ({ value: each, words: label(gradeLabel(each)) }))}
      values={value}
      onChange={onChange}
    />
  );
}
