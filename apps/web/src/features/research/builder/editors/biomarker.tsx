/** A biomarker, and what its test found. */
import { useLingui } from '@lingui/react/macro';
import Stack from '@mui/material/Stack';
import { biomarkers } from '@nodp/terminology/biomarkers';
import { type Criterion, findings } from '../../definition/criterion.ts';
import { findingWords } from '../../words.ts';
import { Choices } from './choices.tsx';
import { CodePicker } from './code-picker.tsx';

type Biomarker = Extract<Criterion, { kind: 'biomarker' }>;

const codes = biomarkers().map((b) => ({
  value: b.id,
  label: b.label,
  also: `${b.id} ${b.aliases.join(' ')}`,
}));

export default function BiomarkerEditor({
  criterion,
  onChange,
}: {
  criterion: Biomarker;
  onChange: (criterion: Biomarker) => void;
}) {
  const { i18n, t } = useLingui();
  return (
    <Stack sx={{ gap: 1.25 }}>
      <CodePicker
        single
        label={t`Biomarker`}
        placeholder={t`gene or marker, e.g. EGFR`}
        codes={codes}
        values={criterion.biomarker === null ? [] : [criterion.biomarker]}
        onChange={([biomarker]) =>
          onChange({
            ...criterion,
            biomarker: biomarker ?? null,
            findings: biomarker === undefined ? [] : criterion.findings,
          })
        }
      />
      {criterion.biomarker !== null && (
        <Choices
          label={t`Finding; any where none is chosen`}
          choices={findings.map((value) => ({ value, words: i18n._(findingWords[value]) }))}
          values={criterion.findings}
          onChange={(chosen) => onChange({ ...criterion, findings: chosen })}
        />
      )}
    </Stack>
  );
}
