/** What was measured, what is to be measured again, and what it makes of the response. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Panel } from '../../../design/page.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatInstant } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Response } from '../patient/response/data.ts';
import type { Followed, Readings } from './follow.ts';
import type { Drawing } from './stage/drawn.ts';
import type { Measurement } from './stage/measurements.ts';
import { kindWords } from './words.ts';

const mm = (value: number): string => value.toFixed(1);

/** `34.2 × 20.1 mm`, with what the millimetres are of. */
const useSize = () => {
  const { t } = useLingui();
  return ({
    longMm,
    shortMm,
    calibration,
  }: Pick<Measurement, 'longMm' | 'shortMm' | 'calibration'>) => {
    if (longMm === null || calibration === 'NONE') return t`no length in mm`;
    const size = `${mm(longMm)}${shortMm === null ? '' : ` × ${mm(shortMm)}`} mm`;
    return calibration === 'DETECTOR' ? t`${size} at the detector` : size;
  };
};

type DrawnProps = {
  drawing: Drawing;
  following: string | null;
  busy: boolean;
  onLesion: () => void;
  onPlain: () => void;
  onDiscard: () => void;
};

/** What is drawn and not saved. */
export function DrawnPanel({ drawing, following, busy, onLesion, onPlain, onDiscard }: DrawnProps) {
  const size = useSize();
  const { longMm, shortMm, picture } = drawing;
  const isLesion = picture.calibration === 'PATIENT' && drawing.kind !== 'ELLIPSE';
  return (
    <Alert severity="info" icon={false} role="status" sx={{ mb: 1.5 }}>
      <Box sx={{ mb: 1 }}>
        <Trans>
          Drawn: <strong>{size({ longMm, shortMm, calibration: picture.calibration })}</strong>, not
          saved
        </Trans>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {isLesion && (
          <Button size="small" variant="contained" disabled={busy} onClick={onLesion}>
            {following === null ? (
              <Trans>Save as a lesion</Trans>
            ) : (
              <Trans>Save as {following}</Trans>
            )}
          </Button>
        )}
        <Button size="small" variant="outlined" disabled={busy} onClick={onPlain}>
          <Trans>Save the measurement alone</Trans>
        </Button>
        <Button size="small" disabled={busy} onClick={onDiscard}>
          <Trans>Discard</Trans>
        </Button>
      </Box>
    </Alert>
  );
}

type FollowedProps = {
  followed: readonly Followed[];
  following: string | null;
  mayMeasure: boolean;
  onMeasure: (one: Followed) => void;
};

/** Lesions of examinations before, each to be measured again. */
export function FollowedPanel({ followed, following, mayMeasure, onMeasure }: FollowedProps) {
  const { t } = useLingui();
  const label = useLabel();
  if (followed.length === 0) return null;
  return (
    <Panel title={<Trans>Followed lesions</Trans>} flush>
      <SimpleTable
        label={t`Followed lesions`}
        rows={[...followed]}
        rowKey={({ name }) => name}
        columns={[
          {
            header: t`Lesion`,
            cell: ({ name, last }) => (
              <>
                <strong>{name}</strong> {last.organ && label(last.organ.label)}
              </>
            ),
          },
          {
            header: t`Before`,
            cell: ({ last }) => (
              <>
                {last.millimetres == null ? '—' : `${mm(last.millimetres)} mm`}
                <br />
                {last.date}
              </>
            ),
          },
          {
            header: t`Now`,
            cell: (one) => (
              <>
                {one.done &&
                  (one.done.millimetres == null ? '✓' : `${mm(one.done.millimetres)} mm`)}
                {!one.done && !mayMeasure && '—'}
                {mayMeasure && (
                  <Button
                    size="small"
                    variant={following === one.name ? 'contained' : 'text'}
                    aria-label={t`Measure ${one.name}`}
                    onClick={() => onMeasure(one)}
                    sx={{ display: 'block', px: following === one.name ? 1 : 0, minWidth: 0 }}
                  >
                    <Trans>Measure now</Trans>
                  </Button>
                )}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}

type SavedProps = {
  measurements: readonly Measurement[];
  own: string;
  busy: boolean;
  onGo: (measurement: Measurement) => void;
  onUndo: (measurement: Measurement) => void;
};

export function SavedPanel({ measurements, own, busy, onGo, onUndo }: SavedProps) {
  const { t } = useLingui();
  const size = useSize();
  if (measurements.length === 0) return null;
  return (
    <Panel title={<Trans>Measured on this study</Trans>} flush>
      <SimpleTable
        label={t`Measured on this study`}
        rows={[...measurements]}
        rowKey={({ id }) => id}
        columns={[
          {
            header: t`Measured`,
            cell: (one) => (
              <>
                <Button size="small" onClick={() => onGo(one)} sx={{ minWidth: 0, p: 0 }}>
                  {one.lesion ?? t(kindWords[one.kind])}
                </Button>
                <br />
                {size(one)}
                {one.areaMm2 !== null && <> · {mm(one.areaMm2)} mm²</>}
                {one.mean !== null && (
                  <>
                    {' '}
                    · {mm(one.mean)} ± {mm(one.deviation ?? 0)} HU
                  </>
                )}
              </>
            ),
          },
          {
            header: t`By`,
            cell: (one) => (
              <>
                {one.by}
                <br />
                {formatInstant(one.at)}
              </>
            ),
          },
          {
            header: '',
            cell: (one) =>
              one.by === own && (
                <Button
                  size="small"
                  disabled={busy}
                  aria-label={t`Undo ${one.lesion ?? t(kindWords[one.kind])}`}
                  onClick={() => onUndo(one)}
                >
                  <Trans>Undo</Trans>
                </Button>
              ),
          },
        ]}
      />
    </Panel>
  );
}

export function ReadersPanel({ readings }: { readings: readonly Readings[] }) {
  const { t } = useLingui();
  if (readings.length === 0) return null;
  return (
    <Panel title={<Trans>Readers side by side</Trans>} flush>
      <SimpleTable
        label={t`Readers side by side`}
        rows={[...readings]}
        rowKey={({ lesion }) => lesion}
        columns={[
          { header: t`Lesion`, cell: ({ lesion }) => lesion },
          {
            header: t`Readers`,
            cell: ({ readers }) =>
              readers.map(({ by, mm: size }) => `${by} ${mm(size)} mm`).join(', '),
          },
          { header: t`Difference`, cell: ({ difference }) => `${mm(difference)} mm` },
        ]}
      />
    </Panel>
  );
}

type Assessments = Response['response']['assessments'];

/** Sums and responses by RECIST, as they stand with what is measured. */
export function ResponsePanel({ assessments, day }: { assessments: Assessments; day: string }) {
  const { t } = useLingui();
  const rows = assessments.flatMap((one) =>
    one.timepoints.map((point) => ({ ...point, key: `${one.baseline} ${point.date}` })),
  );
  const baselines = assessments.map(
    ({ baseline, baselineSum }) => `${baseline}: ${baselineSum ?? '—'} mm`,
  );
  if (assessments.length === 0) return null;
  return (
    <Panel title={<Trans>Sum and response</Trans>} flush={rows.length > 0}>
      <Box sx={{ px: rows.length > 0 ? 1.5 : 0, py: 0.5 }}>
        <Trans>Baseline {baselines.join('; ')}</Trans>
      </Box>
      {rows.length > 0 && (
        <SimpleTable
          label={t`Sum and response`}
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            {
              header: t`Date`,
              cell: ({ date }) => (date === day ? <strong>{date}</strong> : date),
            },
            { header: t`Sum, mm`, cell: ({ sum }) => sum ?? '—', align: 'right' },
            { header: t`Response`, cell: ({ overall }) => overall },
          ]}
        />
      )}
    </Panel>
  );
}

type BeforeProps = Omit<FollowedProps, 'following' | 'mayMeasure' | 'onMeasure'> &
  Pick<SavedProps, 'measurements' | 'onGo'> & {
    readings: readonly Readings[];
    assessments: Assessments;
    day: string;
  };

const nothing = () => {};

/** What stands, for who looks and measures nothing. */
export function MeasuredBefore({
  followed,
  measurements,
  onGo,
  readings,
  ...response
}: BeforeProps) {
  return (
    <>
      <FollowedPanel followed={followed} following={null} mayMeasure={false} onMeasure={nothing} />
      <SavedPanel measurements={measurements} own="" busy={false} onGo={onGo} onUndo={nothing} />
      <ReadersPanel readings={readings} />
      <ResponsePanel {...response} />
    </>
  );
}
