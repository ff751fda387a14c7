/** A biomarker, and what its test found. */
import { useLingui } from '@lingui/react/macro';
import Stack from '@mui/material/Stack';
import { FINDINGS } from '@nodp/cohorts';
import { biomarkers } from '@nodp/terminology/biomarkers';
import { useMemo } from 'react';
import { findingWords } from '../../words.ts';
import { Choices } from './choices.tsx';
import { CodePicker } from './code-picker.tsx';
import type { EditorProps } from './editor-props.ts';
import { useSentNames } from './sent-names.ts';

const coded = biomarkers().map((b) => ({
  value: b.id,
  label: b.label,
  also: `${b.id} ${b.aliases.join(' ')}`,
}));

export default function BiomarkerEditor({ value, onChange }: EditorProps<'biomarker'>) {
  const { i18n, t } = useLingui();
  const sent = useSentNames('biomarker');
  const codes = useMemo(() => [...coded, ...sent], [sent]);
  return (
    <Stack sx={{ gap: 1.25 }}>
      <CodePicker
        single
        label={t`Biomarker`}
        placeholder={t`gene or marker, e.g. EGFR`}
        codes={codes}
        values={value.biomarker === '' ? [] : [value.biomarker]}
        onChange={([biomarker]) =>
          onChange(biomarker === undefined ? { biomarker: '' } : { ...value, biomarker })
        }
      />
      {value.biomarker !== '' && (
        <Choices
          label={t`Finding; any where none is chosen`}
          choices={FINDINGS.map((finding) => ({
            value: finding,
            words: i18n._(findingWords[finding]),
          }))}
          values={value.findings ?? []}
          onChange={(chosen) => onChange({ ...value, findings: chosen })}
        />
      )}
    </Stack>
  );
}
