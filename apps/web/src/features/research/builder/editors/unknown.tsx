import { formOf, PROPERTIES, PROPERTY } from '@nodp/cohorts';
import { useLabel } from '../../../../i18n/label.ts';
import { Choices } from './choices.tsx';
import type { EditorProps } from './editor-props.ts';

export function UnknownEditor({ value, onChange }: EditorProps<'unknown'>) {
  const label = useLabel();
  return (
    <Choices
      label={label(formOf('unknown').name)}
      choices={PROPERTIES.map((each) => ({ value: each, words: label(PROPERTY[each].label) }))}
      values={value}
      onChange={onChange}
    />
  );
}
