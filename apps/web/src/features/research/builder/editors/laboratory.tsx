/** Results of an analyte: which statistic of them, between which bounds, when. */
import { useLingui } from '@lingui/react/macro';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { STATISTIC_LABELS, STATISTICS } from '@nodp/cohorts';
import { ANALYTE_CATEGORIES, analyteOfLoinc, analytes } from '@nodp/terminology/loinc';
import { useEffect, useMemo, useState } from 'react';
import { useLabel } from '../../../../i18n/label.ts';
import { Choices } from './choices.tsx';
import { type Code, CodePicker } from './code-picker.tsx';
import type { EditorProps } from './editor-props.ts';
import { closed, LabelledRange, opened } from './labelled-range.tsx';

export default function LaboratoryEditor({ value, onChange }: EditorProps<'laboratory'>) {
  const { t } = useLingui();
  const label = useLabel();
  const codes = useMemo(
    () =>
      analytes()
        .map((analyte): Code & { group: string } => ({
          value: analyte.loinc[0] ?? analyte.id,
          code: analyte.loinc[0] ?? analyte.id,
          label: analyte.label,
          also: `${analyte.id} ${analyte.loinc.join(' ')}`,
          group: label(ANALYTE_CATEGORIES[analyte.category]),
        }))
        .sort((x, y) => x.group.localeCompare(y.group)),
    [label],
  );
  const analyte = analyteOfLoinc(value.analyte);
  const unit = value.statistic === 'CHANGE_PERCENT' ? '%' : (value.unit ?? analyte?.unit ?? '');
  return (
    <Stack sx={{ gap: 1.25 }}>
      <CodePicker
        single
        label={t`Analyte`}
        placeholder={t`name or LOINC, e.g. CEA`}
        codes={codes}
        values={value.analyte === '' ? [] : [analyte?.loinc[0] ?? value.analyte]}
        onChange={([chosen = '']) => {
          // Another analyte has another unit, and with it other bounds.
          const { unit: _, value: __, ...rest } = value;
          onChange(chosen === '' ? { analyte: '' } : { ...rest, analyte: chosen });
        }}
      />
      {value.analyte !== '' && (
        <>
          <Choices
            single
            label={t`Which of the results`}
            choices={STATISTICS.map((each) => ({
              value: each,
              words: label(STATISTIC_LABELS[each]),
            }))}
            values={[value.statistic ?? 'HIGHEST']}
            onChange={([statistic]) => onChange({ ...value, statistic: statistic ?? 'HIGHEST' })}
          />
          <LabelledRange
            decimal
            label={unit === '' ? t`Value` : t`Value, ${unit}`}
            bounds={opened(value.value)}
            onChange={(bounds) => onChange({ ...value, value: closed(bounds) })}
          />
          {value.statistic !== 'CHANGE_PERCENT' && (
            <UnitField
              value={value.unit ?? ''}
              usual={analyte?.unit ?? ''}
              onChange={(chosen) => onChange({ ...value, unit: chosen })}
            />
          )}
          <LabelledRange
            signed
            label={t`Days from diagnosis`}
            bounds={opened(value.days)}
            onChange={(bounds) => onChange({ ...value, days: closed(bounds) })}
          />
        </>
      )}
    </Stack>
  );
}

/** Asked when it is left, so that half a unit is no unknown one. */
function UnitField({
  value,
  usual,
  onChange,
}: {
  value: string;
  usual: string;
  onChange: (unit: string) => void;
}) {
  const { t } = useLingui();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = () => {
    if (text.trim() !== value) onChange(text.trim());
  };
  return (
    <TextField
      label={t`Unit (UCUM)`}
      placeholder={usual}
      value={text}
      onChange={(event) => setText(event.target.value.slice(0, 40))}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
      slotProps={{ inputLabel: { shrink: true } }}
      sx={{ maxWidth: 200 }}
    />
  );
}
