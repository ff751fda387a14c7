/** What to know of the patient before anything else. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { lazy, Suspense } from 'react';
import { useCodeWords } from '../../../design/code-words.ts';
import { Dot } from '../../../design/marks.tsx';
import { Facts, Panel, Unbroken } from '../../../design/page.tsx';
import { trendColours } from '../../../design/palette.ts';
import { trendWords } from '../../../design/words.ts';
import { formatDay, formatPartialDate } from '../../../format/date.ts';
import { formatQuantity } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { Attention } from './attention.tsx';
import { lastAndNext } from './contacts.ts';
import type { Patient } from './data.ts';
import { useFlagWords } from './laboratory/picker.tsx';
import { flagOf, ordered } from './laboratory/series.ts';
import { Biomarkers } from './pathology.tsx';
import { TimelineSection } from './timeline/section.tsx';
import { DiseaseCard } from './tumour-card.tsx';
import { diseasesOf } from './tumours.ts';

const TasksPanel = lazy(async () => ({
  default: (await import('../tasks/patient-panel.tsx')).TasksPanel,
}));

const QualityPanel = lazy(async () => ({
  default: (await import('./quality/panel.tsx')).QualityPanel,
}));

/** How many tumours and results the overview has room for. */
const [tumours, biomarkers, markers] = [2, 6, 4];

export function Overview({ patient }: { patient: Patient }) {
  const { t } = useLingui();
  const diseases = diseasesOf(patient.tumours);
  const more = diseases.length - tumours;
  return (
    <>
      <Attention patient={patient} />
      <Box
        sx={{
          display: 'grid',
          gap: { xs: 0, lg: 2 },
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 3fr) minmax(0, 2fr)' },
        }}
      >
        <div>
          {patient.tumours.length === 0 && (
            <Panel title={t`Diagnosis`}>
              <Trans>No tumour is recorded</Trans>
            </Panel>
          )}
          {diseases.slice(0, tumours).map((disease, i) => (
            <DiseaseCard
              key={disease.primary?.id ?? 'unknown'}
              disease={disease}
              at={i + 1}
              of={diseases.length}
            />
          ))}
          {more > 0 && (
            <Box component="p" sx={{ mt: -1, color: 'text.secondary', fontSize: '0.75rem' }}>
              <Trans>{more} more under “Diagnosis and stage”.</Trans>
            </Box>
          )}
        </div>
        <div>
          <Now patient={patient} />
          <Suspense fallback={null}>
            <TasksPanel patientId={patient.id} name={patient.identity.name} />
          </Suspense>
          <Suspense fallback={null}>
            <QualityPanel patientId={patient.id} />
          </Suspense>
          {patient.biomarkers.length > 0 && (
            <Panel title={t`Biomarkers`} detail={t`the latest`} flush>
              <Biomarkers biomarkers={patient.biomarkers.slice(0, biomarkers)} />
            </Panel>
          )}
        </div>
      </Box>
      <TimelineSection patient={patient} />
    </>
  );
}

/** How the patient is: what was last recorded of each. */
function Now({ patient }: { patient: Patient }) {
  const { i18n, t } = useLingui();
  const label = useLabel();
  const flags = useFlagWords();
  const code = useCodeWords();
  const performance = patient.performance.at(-1);
  const disease = patient.diseaseStatuses.at(-1);
  const { last, next } = lastAndNext(patient.followupContacts);
  const overdue = (next?.daysLate ?? 0) > 0 && patient.vitalStatus !== 'DEAD';
  const latest = ordered(patient.laboratory)
    .filter((s) => s.category === 'tumour-marker' && s.points.length > 0)
    .slice(0, markers);
  return (
    <Panel title={t`Last recorded`}>
      <Facts
        facts={[
          {
            name: t`Disease status`,
            value: disease ? (
              <>
                <Dot colour={trendColours[disease.trend]}>{i18n._(trendWords[disease.trend])}</Dot>{' '}
                <Unbroken>{formatPartialDate(disease.date)}</Unbroken>
              </>
            ) : (
              '—'
            ),
          },
          {
            name: t`Performance status`,
            value: performance
              ? `${performance.scale} ${performance.score} · ${formatDay(performance.at)}`
              : '—',
          },
          {
            name: t`Last contact`,
            value: last ? `${formatDay(last.at)} · ${label(last.what.label)}` : '—',
          },
          {
            name: t`Next contact`,
            value: next ? (
              <>
                {formatDay(next.at)} · {label(next.what.label)}
                {overdue && <strong> · {t`overdue`}</strong>}
              </>
            ) : (
              '—'
            ),
          },
          ...latest.map((s) => {
            const point = s.points.at(-1);
            const flag = flagOf(point?.value ?? null, s);
            return {
              name: label(s.analyte.label),
              value: point ? (
                <>
                  {point.value === null
                    ? point.asSent
                    : formatQuantity({
                        value: point.value,
                        digits: point.digits,
                        comparator: point.comparator,
                        unit: s.unit,
                      })}
                  {flag && flag !== 'within' && <strong> {flags[flag]}</strong>}
                  {point.notFinal !== null && ` (${code('status', point.notFinal)})`} ·{' '}
                  <Unbroken>{formatDay(point.at)}</Unbroken>
                </>
              ) : (
                '—'
              ),
            };
          }),
        ]}
      />
    </Panel>
  );
}
