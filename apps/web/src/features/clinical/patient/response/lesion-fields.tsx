/** What is typed of a lesion. */
import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import { bodySites, plainBodySite } from '@nodp/terminology/body-sites';
import { type Ref, useId } from 'react';
import { DateField } from '../../../../design/date-field.tsx';
import { useLabel } from '../../../../i18n/label.ts';
import type { Patient } from '../data.ts';
import { primariesIn } from '../tumours.ts';
import type { Lesion } from './data.ts';
import { type Draft, hasLength, statesOf } from './draft.ts';
import { useSeriesChoices } from './series-choices.ts';
import { positionWords, roleWords, stateWords } from './words.ts';

const MODALITIES = ['CT', 'MR', 'PT', 'DX', 'US', 'XC', 'OT'];

type Props = {
  draft: Draft;
  patient: Patient;
  lesions: readonly Lesion[];
  /** The field that the answer says cannot be. */
  wrong: string | null;
  first: Ref<HTMLInputElement>;
  onChange: (part: Partial<Draft>) => void;
};

export function LesionFields({ draft, patient, lesions, wrong, first, onChange }: Props) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const [names, organs] = [useId(), useId()];
  const series = useSeriesChoices(patient.imagingStudies, draft.date);
  const primaries = primariesIn(patient.tumours);
  /** A text field of the draft. */
  const text = (field: keyof Draft, longest: number, more: { list?: string } = {}) => ({
    size: 'small' as const,
    value: String(draft[field]),
    error: wrong === field,
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
    slotProps: { htmlInput: { maxLength: longest, ...more } },
  });
  /** A choice, by the browser's own list: one key chooses. */
  const choice = (field: keyof Draft) => ({
    ...text(field, 100),
    select: true,
    slotProps: { select: { native: true }, inputLabel: { shrink: true } },
  });
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 1.5,
        pt: 1,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(190px, 100%), 1fr))',
        alignItems: 'start',
      }}
    >
      <TextField
        label={t`Lesion`}
        required
        autoFocus
        inputRef={first}
        {...text('lesion', 40, { list: names })}
        helperText={t`the same name at every examination`}
      />
      <TextField
        label={t`Kind`}
        {...choice('role')}
        onChange={(event) => {
          const role = event.target.value as Lesion['role'];
          const state = statesOf[role].includes(draft.state) ? draft.state : statesOf[role][0];
          onChange({ role, state: state ?? 'MEASURED' });
        }}
      >
        {Object.entries(roleWords).map(([role, words]) => (
          <option key={role} value={role}>
            {i18n._(words)}
          </option>
        ))}
      </TextField>
      <TextField label={t`Seen`} {...choice('state')}>
        {statesOf[draft.role].map((state) => (
          <option key={state} value={state}>
            {i18n._(stateWords[state])}
          </option>
        ))}
      </TextField>
      <TextField
        label={draft.node ? t`Short axis, mm` : t`Longest diameter, mm`}
        {...text('millimetres', 8)}
        value={hasLength(draft.state) ? draft.millimetres : ''}
        disabled={!hasLength(draft.state)}
        required={draft.state === 'MEASURED'}
        slotProps={{ htmlInput: { maxLength: 8, inputMode: 'decimal' } }}
        helperText={t`to a tenth: 14 or 14.5`}
      />
      <TextField label={t`Organ`} {...text('organ', 100, { list: organs })} />
      <TextField label={t`Where in the organ`} {...text('site', 100)} />
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            checked={draft.node}
            onChange={(event) => onChange({ node: event.target.checked })}
          />
        }
        label={t`Lymph node`}
      />
      <DateField
        label={t`Day of the examination`}
        value={draft.date || null}
        onChange={(day) => onChange({ date: day ?? '' })}
      />
      <TextField label={t`Method`} {...choice('modality')}>
        <option value="">{t`not said`}</option>
        {[...new Set([...MODALITIES, draft.modality])].filter(Boolean).map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </TextField>
      <TextField label={t`Slices, mm`} {...text('sliceMillimetres', 5)} />
      <TextField label={t`Series`} {...choice('seriesUid')}>
        <option value="">{t`not said`}</option>
        {draft.seriesUid !== '' && !series.some(({ uid }) => uid === draft.seriesUid) && (
          <option value={draft.seriesUid}>{draft.seriesUid}</option>
        )}
        {series.map(({ uid, words }) => (
          <option key={uid} value={uid}>
            {words}
          </option>
        ))}
      </TextField>
      <TextField label={t`Measured by`} {...text('measuredBy', 100)} />
      {primaries.length > 1 && (
        <TextField label={t`Tumour`} {...choice('tumour')}>
          <option value="">{t`not said`}</option>
          {primaries.map(({ primary: tumour }) => (
            <option key={tumour.id} value={tumour.id}>
              {label(tumour.siteLabel)} {tumour.diagnosedOn ?? ''}
            </option>
          ))}
        </TextField>
      )}
      <TextField label={t`Against the irradiated volume`} {...choice('fieldPosition')}>
        <option value="">{t`not said`}</option>
        {(['IN_FIELD', 'MARGINAL', 'OUTSIDE'] as const).map((one) => (
          <option key={one} value={one}>
            {i18n._(positionWords[one])}
          </option>
        ))}
      </TextField>
      <TextField label={t`Note`} {...text('note', 500)} multiline sx={{ gridColumn: '1 / -1' }} />
      <datalist id={names}>
        {[...new Set(lesions.map(({ lesion }) => lesion))].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <datalist id={organs}>
        {bodySites().map((site) => (
          <option key={site.code} value={label(plainBodySite(site))} />
        ))}
      </datalist>
    </Box>
  );
}
