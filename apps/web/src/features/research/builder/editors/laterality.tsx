import { formOf, SIDES, sideLabel } from '@nodp/cohorts';
import { useLabel } from '../../../../i18n/label.ts';
import { Choices } from './choices.tsx';
import type { EditorProps } from './editor-props.ts';

export function LateralityEditor({ value, onChange }: EditorProps<'laterality'>) {
  const label = useLabel();
  return (
    <Choices
      label={label(formOf('laterality').name)}
      choices={SIDES.map((side) => ({ value: side, words: label(sideLabel(side)) }))}
      values={value}
      onChange={onChange}
    />
  );
}
