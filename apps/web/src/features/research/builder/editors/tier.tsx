import { formOf, TIERS, tierLabel } from '@nodp/cohorts';
import { useLabel } from '../../../../i18n/label.ts';
import { Choices } from './choices.tsx';
import type { EditorProps } from './editor-props.ts';

export function TierEditor({ value, onChange }: EditorProps<'tier'>) {
  const label = useLabel();
  return (
    <Choices
      label={label(formOf('tier').name)}
      choices={TIERS.map((each) => ({ value: each, words: label(tierLabel(each)) }))}
      values={value}
      onChange={onChange}
    />
  );
}
