import { formOf, PRIMARIES, PRIMARY_LABELS } from '@nodp/cohorts';
import { useLabel } from '../../../../i18n/label.ts';
import { Choices } from './choices.tsx';
import type { EditorProps } from './editor-props.ts';

export function PrimariesEditor({ value, onChange }: EditorProps<'primaries'>) {
  const label = useLabel();
  return (
    <Choices
      label={label(formOf('primaries').name)}
      choices={PRIMARIES.map((each) => ({ value: each, words: label(PRIMARY_LABELS[each]) }))}
      values={value}
      onChange={onChange}
    />
  );
}
