import { useLingui } from '@lingui/react/macro';
import { formOf, STAGES } from '@nodp/cohorts';
import { stageColours } from '../../../../design/palette.ts';
import { stageWords } from '../../../../design/words.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { Choices } from './choices.tsx';
import type { EditorProps } from './editor-props.ts';

export function StageEditor({ value, onChange }: EditorProps<'stage'>) {
  const { i18n } = useLingui();
  const label = useLabel();
  return (
    <Choices
      label={label(formOf('stage').name)}
      choices={STAGES.map((stage) => ({
        value: stage,
        words: i18n._(stageWords[stage]),
        colour: stageColours[stage],
      }))}
      values={value}
      onChange={onChange}
    />
  );
}
