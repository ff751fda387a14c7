/** Everything the network knows of one patient, read in one query. */

import { useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense, useEffect } from 'react';
import { Beneath } from '../../../design/heading-level.tsx';
import { useTitle } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows, NotFound } from '../../../design/states.tsx';
import { openWords } from '../../../i18n/language.ts';
import { meQuery } from '../../../session/me.ts';
import { rememberPatient } from '../patients/recent.ts';
import { type Patient, patientQuery } from './data.ts';
import { PatientHeader } from './header.tsx';
import { SectionNavigation } from './section-navigation.tsx';
import { isSection, type Section, sectionNames } from './sections.ts';

type SectionPart = ComponentType<{ patient: Patient }>;

/** A section whose code is fetched when it is opened, beside the patient's data and not after them. */
const fetched = <Name extends string>(
  name: Name,
  load: () => Promise<Readonly<Record<Name, SectionPart>>>,
) => ({ load, Part: lazy(async () => ({ default: (await load())[name] })) });

/** Beside the words of a folder that stand apart: the list of patients need not fetch them. */
const withWords =
  <Module,>(part: string, load: () => Promise<Module>) =>
  async (): Promise<Module> =>
    (await Promise.all([load(), openWords(part)]))[0];

const OpenAlerts = lazy(async () => ({
  default: (await import('./surveillance/open-alerts.tsx')).OpenAlerts,
}));

const parts: Record<Section, { Part: SectionPart; load: () => Promise<unknown> }> = {
  overview: fetched('Overview', () => import('./overview.tsx')),
  diagnosis: fetched('DiagnosisSection', () => import('./diagnosis.tsx')),
  timeline: fetched('TimelineSection', () => import('./timeline/section.tsx')),
  laboratory: fetched('LaboratorySection', () => import('./laboratory/section.tsx')),
  pathology: fetched('PathologySection', () => import('./pathology.tsx')),
  options: fetched('OptionsSection', () => import('./options/section.tsx')),
  specimens: fetched('SpecimensSection', () => import('./specimens.tsx')),
  imaging: fetched('ImagingSection', () => import('./imaging.tsx')),
  response: fetched(
    'ResponseSection',
    withWords('clinical-response', () => import('./response/section.tsx')),
  ),
  prognosis: fetched(
    'PrognosisSection',
    withWords('clinical-prognosis', () => import('./prognosis/section.tsx')),
  ),
  surveillance: fetched('SurveillanceSection', () => import('./surveillance/section.tsx')),
  'follow-up': fetched(
    'FollowupSection',
    withWords('clinical-followup', () => import('./followup.tsx')),
  ),
  history: fetched('HistorySection', () => import('./history.tsx')),
  literature: fetched('LiteratureSection', () => import('./literature.tsx')),
};

export function PatientPage() {
  const { i18n } = useLingui();
  const { patientId = '', section = 'overview' } = useParams({ strict: false });
  const query = useQuery(patientQuery(patientId));
  useTitle(query.data?.identity.name ?? '');
  const account = useQuery(meQuery).data?.id;
  const opened = query.data?.id;
  useEffect(() => {
    if (account && opened) rememberPatient(account, opened);
  }, [account, opened]);
  useEffect(() => {
    // Where it cannot be fetched, the section itself says so.
    if (isSection(section)) parts[section].load().catch(() => undefined);
  }, [section]);
  if (!isSection(section)) return <NotFound />;
  if (query.isPending) return <Loading />;
  if (query.isError) {
    return <ErrorPanel heading="h1" error={query.error} retry={() => void query.refetch()} />;
  }
  const { Part } = parts[section];
  return (
    <Box sx={{ flexShrink: 0, minWidth: 0 }}>
      <PatientHeader patient={query.data} />
      <SectionNavigation patientId={patientId} current={section} />
      <Typography variant="h2" tabIndex={-1} data-section-heading sx={{ my: 1.25 }}>
        {i18n._(sectionNames[section])}
      </Typography>
      <Beneath>
        <Suspense fallback={null}>
          <OpenAlerts patientId={query.data.id} />
        </Suspense>
        <Suspense fallback={<LoadingRows rows={8} />}>
          <Part patient={query.data} />
        </Suspense>
      </Beneath>
    </Box>
  );
}

function Loading() {
  return (
    <Box>
      <Skeleton width={240} height={36} />
      <Skeleton width="60%" height={20} />
      <Skeleton width="100%" height={44} />
      <LoadingRows rows={10} />
    </Box>
  );
}
