/** One treatment: of a kind, with one of some drugs, by one of some regimens, in one of some lines. */
import { useLingui } from '@lingui/react/macro';
import Stack from '@mui/material/Stack';
import {
  MOST_LINES,
  TREATMENT_INTENT_LABELS,
  TREATMENT_INTENTS,
  TREATMENT_KINDS,
} from '@nodp/cohorts';
import { DRUG_CLASSES, drugs, regimens } from '@nodp/terminology/drugs';
import { useMemo } from 'react';
import { treatmentColours } from '../../../../design/palette.ts';
import { useLabel } from '../../../../i18n/label.ts';
import { cohortTreatmentWords } from '../../words.ts';
import { Choices } from './choices.tsx';
import { CodePicker } from './code-picker.tsx';
import type { EditorProps } from './editor-props.ts';
import { closed, LabelledRange, opened } from './labelled-range.tsx';
import { useSentNames } from './sent-names.ts';

const LINES = Array.from({ length: MOST_LINES }, (_, i) => i + 1);

export default function TreatmentEditor({ value, onChange }: EditorProps<'treatment'>) {
  const { i18n, t } = useLingui();
  const label = useLabel();
  const sent = useSentNames('drug');
  const drugCodes = useMemo(
    () =>
      [
        ...drugs().map((d) => ({
          value: d.id,
          label: d.label,
          also: `${d.atc} ${d.aliases.join(' ')}`,
          group: label(DRUG_CLASSES[d.drugClass]),
        })),
        ...sent.map((code) => ({ ...code, group: t`Not coded` })),
      ].sort((x, y) => x.group.localeCompare(y.group)),
    [label, sent, t],
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
        choices={TREATMENT_KINDS.map((kind) => ({
          value: kind,
          words: i18n._(cohortTreatmentWords[kind]),
          colour: treatmentColours[kind],
        }))}
        values={value.kind === undefined ? [] : [value.kind]}
        onChange={([kind]) => {
          // Dose and fractions are of radiotherapy alone.
          const { dose: _, fractions: __, ...rest } = value;
          onChange(kind === 'RADIOTHERAPY' ? { ...value, kind } : { ...rest, kind });
        }}
      />
      <CodePicker
        label={t`One of the drugs`}
        codes={drugCodes}
        values={value.drugs ?? []}
        onChange={(chosen) => onChange({ ...value, drugs: chosen })}
      />
      <CodePicker
        label={t`One of the regimens`}
        codes={regimenCodes}
        values={value.regimens ?? []}
        onChange={(chosen) => onChange({ ...value, regimens: chosen })}
      />
      <Choices
        label={t`Line of systemic treatment`}
        choices={LINES.map((line) => ({ value: String(line), words: t`line ${line}` }))}
        values={(value.lines ?? []).map(String)}
        onChange={(chosen) => onChange({ ...value, lines: chosen.map(Number) })}
      />
      <Choices
        label={t`Intent; any where none is chosen`}
        choices={TREATMENT_INTENTS.map((intent) => ({
          value: intent,
          words: label(TREATMENT_INTENT_LABELS[intent]),
        }))}
        values={value.intents ?? []}
        onChange={(intents) => onChange({ ...value, intents })}
      />
      {value.kind === 'RADIOTHERAPY' && (
        <>
          <LabelledRange
            label={t`Total dose, Gy`}
            bounds={opened(value.dose)}
            onChange={(bounds) => onChange({ ...value, dose: closed(bounds) })}
          />
          <LabelledRange
            label={t`Fractions`}
            bounds={opened(value.fractions)}
            onChange={(bounds) => onChange({ ...value, fractions: closed(bounds) })}
          />
        </>
      )}
      <LabelledRange
        label={t`Days from start to end`}
        bounds={opened(value.days)}
        onChange={(bounds) => onChange({ ...value, days: closed(bounds) })}
      />
    </Stack>
  );
}
