import { formOf, VITAL_STATUS_LABELS, VITAL_STATUSES } from '@nodp/cohorts';
import { useLabel } from '../../../../i18n/label.ts';
import { Choices } from './choices.tsx';
import type { EditorProps } from './editor-props.ts';

export function VitalEditor({ value, onChange }: EditorProps<'vital'>) {
  const label = useLabel();
  return (
    <Choices
      label={label(formOf('vital').name)}
      choices={VITAL_STATUSES.map((each) => ({
        value: each,
        words: label(VITAL_STATUS_LABELS[each]),
      }))}
      values={value}
      onChange={onChange}
    />
  );
}
