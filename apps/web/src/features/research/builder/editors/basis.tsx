import { BASIS_CODES, basisLabel, formOf } from '@nodp/cohorts';
import { useLabel } from '../../../../i18n/label.ts';
import { Choices } from './choices.tsx';
import type { EditorProps } from './editor-props.ts';

export function BasisEditor({ value, onChange }: EditorProps<'basis'>) {
  const label = useLabel();
  return (
    <Choices<string>
      label={label(formOf('basis').name)}
      choices={BASIS_CODES.map((each) => ({ value: each, words: label(basisLabel(each)) }))}
      values={value}
      onChange={onChange}
    />
  );
}
