/** How the disease answers treatment: lesions by RECIST, and what radiotherapy was given. */
import { Trans } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import { useQuery } from '@tanstack/react-query';
import { Empty, ErrorPanel, LoadingRows } from '../../../../design/states.tsx';
import { useLabel } from '../../../../i18n/label.ts';
import { meQuery } from '../../../../session/me.ts';
import type { Patient } from '../data.ts';
import { AssessmentPanel } from './assessment.tsx';
import { BiologicalDoses } from './biological-doses.tsx';
import { responseQuery } from './data.ts';
import { EnteringLesions } from './entering.tsx';
import { LesionEntries } from './lesion-entries.tsx';
import { LesionTable } from './lesion-table.tsx';
import { LocalControlPanel } from './local-control.tsx';
import { MarkersAfterRadiotherapy } from './markers.tsx';
import { RadiotherapyTable } from './radiotherapy.tsx';
import { RadiotherapyAnswerPanel } from './radiotherapy-answer.tsx';

/** Whom to ask for: by each primary's site and stage, since which of several was irradiated is not always said. */
const irradiatedSites = ({ tumours }: Patient) => [
  ...new Map(
    tumours.flatMap(({ kind, siteGroup, broadStage }) =>
      kind === 'PRIMARY' && siteGroup
        ? [
            [
              siteGroup,
              { siteGroup, stage: broadStage === 'UNKNOWN' ? null : (broadStage as never) },
            ] as const,
          ]
        : [],
    ),
  ).values(),
];

export function ResponseSection({ patient }: { patient: Patient }) {
  const query = useQuery(responseQuery(patient.id));
  const label = useLabel();
  const { data: me } = useQuery(meQuery);
  const mayEnter = me?.scopes.includes('lesion:enter') === true;
  if (query.isPending) return <LoadingRows rows={8} />;
  if (query.isError) return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  const { lesions = [], lesionEntries = [], radiotherapyVolumes = [], response } = query.data ?? {};
  const assessed = (
    <>
      {lesions.length > 0 && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {response?.inForce ? (
            <Trans>
              Information, not a recommendation. The response is computed from the lesions that were
              recorded; whether a change is disease is for who reads the images.
            </Trans>
          ) : (
            <Trans>
              The clinical board has not switched RECIST 1.1 on: lesions are shown, nothing is
              judged.
            </Trans>
          )}
        </Alert>
      )}
      {response?.inForce && lesions.length > 0 && response.assessments.length === 0 && (
        <Empty>
          <Trans>No lesion has the day of its examination: no response can be computed</Trans>
        </Empty>
      )}
      {response?.assessments.map((one) => (
        <AssessmentPanel
          key={`${one.tumour?.id} ${one.institution.id} ${one.baseline}`}
          patient={patient}
          lesions={lesions}
          assessment={one}
        />
      ))}
    </>
  );
  return (
    <>
      {lesions.length + radiotherapyVolumes.length === 0 && (
        <Empty>
          <Trans>No lesion is measured and no radiotherapy is recorded</Trans>
        </Empty>
      )}
      {mayEnter ? (
        <EnteringLesions
          patient={patient}
          lesions={lesions}
          entries={lesionEntries}
          measuredBy={me ? label(me.name) : ''}
        >
          {assessed}
        </EnteringLesions>
      ) : (
        <>
          {assessed}
          {lesions.length > 0 && (
            <LesionTable
              patientId={patient.id}
              studies={patient.imagingStudies}
              lesions={lesions}
            />
          )}
          <LesionEntries entries={lesionEntries} />
        </>
      )}
      {radiotherapyVolumes.length > 0 && (
        <>
          <RadiotherapyTable volumes={radiotherapyVolumes} />
          <BiologicalDoses volumes={radiotherapyVolumes} />
          {(response?.radiotherapy ?? []).map((one) => (
            <RadiotherapyAnswerPanel key={one.course} answer={one} />
          ))}
          {irradiatedSites(patient).map((asked) => (
            <LocalControlPanel key={asked.siteGroup} asked={asked} />
          ))}
          <MarkersAfterRadiotherapy patient={patient} />
        </>
      )}
    </>
  );
}
