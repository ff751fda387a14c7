import { useLingui } from '@lingui/react/macro';
import { formOf, SEXES } from '@nodp/cohorts';
import { sexColours } from '../../../../design/palette.ts';
import { sexWords } from '../../../../design/words.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { Choices } from './choices.tsx';
import type { EditorProps } from './editor-props.ts';

export function SexEditor({ value, onChange }: EditorProps<'sex'>) {
  const { i18n } = useLingui();
  const label = useLabel();
  return (
    <Choices
      label={label(formOf('sex').name)}
      choices={SEXES.map((sex) => ({
        value: sex,
        words: i18n._(sexWords[sex]),
        colour: sexColours[sex],
      }))}
      values={value}
      onChange={onChange}
    />
  );
}
