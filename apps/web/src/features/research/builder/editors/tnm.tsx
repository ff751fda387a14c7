import { formOf, TNM_CATEGORIES } from '@nodp/cohorts';
import { useLabel } from '../../../../i18n/label.ts';
import { Choices } from './choices.tsx';
import type { EditorProps } from './editor-props.ts';

export function TnmEditor({ value, onChange }: EditorProps<'tnm'>) {
  const label = useLabel();
  // A finer category that an address named stays, to be taken out again.
  const more = value.filter((code) => !TNM_CATEGORIES.includes(code as never));
  return (
    <Choices<string>
      label={label(formOf('tnm').name)}
      choices={[...TNM_CATEGORIES, ...more].map((code) => ({ value: code, words: code }))}
      values={value}
      onChange={onChange}
    />
  );
}
