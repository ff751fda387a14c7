import { DETECTIONS, detectionLabel, formOf } from '@nodp/cohorts';
import { useLabel } from '../../../../i18n/label.ts';
import { Choices } from './choices.tsx';
import type { EditorProps } from './editor-props.ts';

export function DetectionEditor({ value, onChange }: EditorProps<'detection'>) {
  const label = useLabel();
  return (
    <Choices
      label={label(formOf('detection').name)}
      choices={DETECTIONS.map((mode) => ({ value: mode, words: label(detectionLabel(mode)) }))}
      values={value}
      onChange={onChange}
    />
  );
}
