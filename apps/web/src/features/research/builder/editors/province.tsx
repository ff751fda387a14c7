/** Provinces by name: where a person lives, and where the reporting institution is. */
import { useLingui } from '@lingui/react/macro';
import { PROVINCES } from '@nodp/terminology/provinces';
import { CodePicker } from './code-picker.tsx';
import type { EditorProps } from './editor-props.ts';

const codes = PROVINCES.map(({ code, label, fullName }) => ({
  value: code,
  label,
  also: `${fullName.en} ${fullName.zh}`,
}));

export function ProvinceEditor({ value, onChange }: EditorProps<'province'>) {
  const { t } = useLingui();
  return (
    <CodePicker
      label={t`Provinces of the reporting institution`}
      placeholder={t`type a name`}
      codes={codes}
      values={value}
      onChange={onChange}
    />
  );
}

export function ResidenceEditor({ value, onChange }: EditorProps<'residence'>) {
  const { t } = useLingui();
  return (
    <CodePicker
      label={t`Provinces of residence`}
      placeholder={t`type a name`}
      codes={codes}
      values={value}
      onChange={onChange}
    />
  );
}
