import { BEHAVIOUR_CHOICES, BEHAVIOUR_LABELS, formOf } from '@nodp/cohorts';
import { useLabel } from '../../../../i18n/label.ts';
import { Choices } from './choices.tsx';
import type { EditorProps } from './editor-props.ts';

export function BehaviourEditor({ value, onChange }: EditorProps<'behaviour'>) {
  const label = useLabel();
  return (
    <Choices
      label={label(formOf('behaviour').name)}
      choices={BEHAVIOUR_CHOICES.map((choice) => ({
        value: choice,
        words: label(BEHAVIOUR_LABELS[choice]),
      }))}
      values={value}
      onChange={onChange}
    />
  );
}
