/** What to know of the patient before anything else. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { lazy, Suspense } from 'react';
import { Panel } from '../../../design/page.tsx';
import { openWords } from '../../../i18n/language.ts';
import { Attention } from './attention.tsx';
import type { Patient } from './data.ts';
import { LastRecorded } from './last-recorded.tsx';
import { Biomarkers } from './pathology.tsx';
import { TimelineSection } from './timeline/section.tsx';
import { DiseaseCard } from './tumour-card.tsx';
import { diseasesOf } from './tumours.ts';

const TasksPanel = lazy(async () => ({
  default: (await import('../tasks/patient-panel.tsx')).TasksPanel,
}));

const BoardPanel = lazy(async () => {
  const [{ BoardPanel }] = await Promise.all([
    import('../board/patient-panel.tsx'),
    openWords('clinical-board'),
  ]);
  return { default: BoardPanel };
});

const ReferralsPanel = lazy(async () => {
  const [{ ReferralsPanel }] = await Promise.all([
    import('../referrals/patient-panel.tsx'),
    openWords('clinical-referrals'),
  ]);
  return { default: ReferralsPanel };
});

const QualityPanel = lazy(async () => ({
  default: (await import('./quality/panel.tsx')).QualityPanel,
}));

/** How many tumours and results the overview has room for. */
const [tumours, biomarkers] = [2, 6];

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
          <LastRecorded patient={patient} />
          <Suspense fallback={null}>
            <TasksPanel patientId={patient.id} name={patient.identity.name} />
          </Suspense>
          <Suspense fallback={null}>
            <BoardPanel
              patientId={patient.id}
              name={patient.identity.name}
              tumour={patient.tumours.find(({ kind }) => kind === 'PRIMARY')?.id ?? null}
            />
          </Suspense>
          <Suspense fallback={null}>
            <ReferralsPanel patientId={patient.id} name={patient.identity.name} />
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
