/** One treatment: of a kind, with one of some drugs, by one of some regimens. */
import { useLingui } from '@lingui/react/macro';
import Stack from '@mui/material/Stack';
import { DRUG_CLASSES, drugs, regimens } from '@nodp/terminology/drugs';
import { useMemo } from 'react';
import { treatmentColours } from '../../../../design/palette.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { type Criterion, treatmentKinds } from '../../definition/criterion.ts';
import { cohortTreatmentWords } from '../../words.ts';
import { Choices } from './choices.tsx';
import { CodePicker } from './code-picker.tsx';

type Treatment = Extract<Criterion, { kind: 'treatment' }>;

export default function TreatmentEditor({
  criterion,
  onChange,
}: {
  criterion: Treatment;
  onChange: (criterion: Treatment) => void;
}) {
  const { i18n, t } = useLingui();
  const label = useLabel();
  const drugCodes = useMemo(
    () =>
      drugs()
        // Only a code of the fifth level names one drug.
        .filter((d) => d.atc.length === 7)
        .map((d) => ({
          value: d.atc,
          label: d.label,
          also: `${d.atc} ${d.aliases.join(' ')}`,
          group: label(DRUG_CLASSES[d.drugClass]),
        }))
        .sort((x, y) => x.group.localeCompare(y.group)),
    [label],
  );
  const regimenCodes = useMemo(
    () =>
      regimens().map((r) => ({
        value: r.id,
        code: r.id,
        label: { en: r.drugs.join(' + '), zh: r.label.zh },
      })),
    [],
  );
  return (
    <Stack sx={{ gap: 1.25 }}>
      <Choices
        single
        label={t`Kind of treatment`}
        choices={treatmentKinds.map((value) => ({
          value,
          words: i18n._(cohortTreatmentWords[value]),
          colour: treatmentColours[value],
        }))}
        values={criterion.treatment === null ? [] : [criterion.treatment]}
        onChange={([treatment]) => onChange({ ...criterion, treatment: treatment ?? null })}
      />
      <CodePicker
        label={t`One of the drugs`}
        codes={drugCodes}
        values={criterion.drugs}
        onChange={(chosen) => onChange({ ...criterion, drugs: chosen })}
      />
      <CodePicker
        label={t`One of the regimens`}
        codes={regimenCodes}
        values={criterion.regimens}
        onChange={(chosen) => onChange({ ...criterion, regimens: chosen })}
      />
    </Stack>
  );
}
