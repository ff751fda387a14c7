import { formOf, TREND_LABELS, TRENDS } from '@nodp/cohorts';
import { useLabel } from '../../../../i18n/label.ts';
import { Choices } from './choices.tsx';
import type { EditorProps } from './editor-props.ts';

export function OutcomeEditor({ value, onChange }: EditorProps<'outcome'>) {
  const label = useLabel();
  return (
    <Choices
      label={label(formOf('outcome').name)}
      choices={TRENDS.map((trend) => ({ value: trend, words: label(TREND_LABELS[trend]) }))}
      values={value}
      onChange={onChange}
    />
  );
}
