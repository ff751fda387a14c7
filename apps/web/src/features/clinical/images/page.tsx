/** Images of a patient, to be looked through, compared and measured: a page of its own, whose code no other page fetches. */
import { Trans, useLingui } from '@lingui/react/macro';
import { mdiArrowLeft } from '@mdi/js';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { Icon } from '../../../design/icon.tsx';
import { AppLink } from '../../../design/links.tsx';
import { PageHeader } from '../../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { formatInstant } from '../../../format/date.ts';
import { useLabel } from '../../../i18n/label.ts';
import { type Patient, patientQuery } from '../patient/data.ts';
import { placeOfStudy } from '../patient/imaging-place.ts';
import { Reading } from './reading.tsx';
import { firstOf, heldOf } from './series.ts';

export function ImagesPage() {
  const { patientId = '', studyUid = '' } = useParams({ strict: false });
  const query = useQuery(patientQuery(patientId));
  if (query.isPending) return <LoadingRows rows={12} />;
  if (query.isError)
    return <ErrorPanel heading="h1" error={query.error} retry={() => void query.refetch()} />;
  return <Opened patient={query.data} studyUid={studyUid} />;
}

function Opened({ patient, studyUid }: { patient: Patient; studyUid: string }) {
  const { t } = useLingui();
  const label = useLabel();
  const asked = useSearch({ strict: false, select: ({ series }) => series });
  const study = patient.imagingStudies.find((one) => one.studyInstanceUid === studyUid);
  const held = study ? heldOf(study) : [];
  const chosen =
    held.find(({ series }) => series.seriesInstanceUid === asked) ?? firstOf(held) ?? null;
  const title = study?.descriptionLabel
    ? label(study.descriptionLabel)
    : t({ message: 'Images', context: 'of a study' });
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minWidth: 0, flex: 1 }}>
      <AppLink
        to="/clinical/patients/$patientId/{-$section}"
        params={{ patientId: patient.id, section: 'imaging' }}
        search={{}}
        {...(study && { hash: placeOfStudy(study) })}
        variant="caption"
        sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, mb: 0.5 }}
      >
        <Icon path={mdiArrowLeft} sx={{ fontSize: 14 }} />
        {patient.identity.name}
      </AppLink>
      <PageHeader title={title} detail={study && formatInstant(study.startedAt)} />
      {chosen === null ? (
        <Empty>
          <Trans>No images of this study are held here</Trans>
        </Empty>
      ) : (
        <Reading key={chosen.studyUid} patient={patient} chosen={chosen} held={held} />
      )}
    </Box>
  );
}
