/** Imaging studies with their series, and imaging reports. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { distinctNames } from '../../../design/distinct-names.ts';
import { Panel } from '../../../design/page.tsx';
import { Empty } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatInstant } from '../../../format/date.ts';
import { formatCount } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import type { Patient } from './data.ts';
import { Thumbnails } from './images/thumbnails.tsx';
import { placeOfStudy } from './imaging-place.ts';
import { Reports } from './reports.tsx';
import { TermWords } from './term.tsx';

type Study = Patient['imagingStudies'][number];

export function ImagingSection({ patient }: { patient: Patient }) {
  const { t } = useLingui();
  const label = useLabel();
  const asked = useLocation({ select: ({ hash }) => hash });
  useEffect(() => {
    const place = asked === '' ? null : document.getElementById(asked);
    place?.scrollIntoView();
    place?.focus({ preventScroll: true });
  }, [asked]);
  const modalitiesOf = (study: Study) => study.modalities.map((m) => label(m.label)).join(', ');
  const titleOf = (study: Study) =>
    study.descriptionLabel ? label(study.descriptionLabel) : modalitiesOf(study);
  if (patient.imagingStudies.length === 0 && patient.imagingReports.length === 0) {
    return (
      <Empty>
        <Trans>No imaging is recorded</Trans>
      </Empty>
    );
  }
  const names = distinctNames(
    patient.imagingStudies.map((study) => `${titleOf(study)} ${formatInstant(study.startedAt)}`),
  );
  return (
    <>
      {patient.imagingStudies.map((study, i) => (
        <Box key={study.id} id={placeOfStudy(study)} tabIndex={-1} sx={{ scrollMarginTop: 64 }}>
          <StudyPanel
            patientId={patient.id}
            study={study}
            title={titleOf(study)}
            name={names[i]}
            modalities={modalitiesOf(study)}
          />
        </Box>
      ))}
      {patient.imagingReports.length > 0 && (
        <Box component="section" aria-label={t`Imaging reports`}>
          <Reports reports={patient.imagingReports} />
        </Box>
      )}
    </>
  );
}

/** `CT, PT`: the modalities of a study by their DICOM codes. */
const modalityCodes = (study: Study): string =>
  study.modalities.map((m) => m.code ?? m.label.en).join(', ');

function StudyPanel({
  patientId,
  study,
  title,
  name,
  modalities,
}: {
  patientId: string;
  study: Study;
  title: string;
  name: string | undefined;
  modalities: string;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const codes = modalityCodes(study);
  return (
    <Panel
      title={title}
      name={name}
      detail={
        <>
          {formatInstant(study.startedAt)} · {codes}
          {study.bodySite && <> · {label(study.bodySite.label)}</>} ·{' '}
          <Plural
            value={study.seriesCount}
            one={`${formatCount(study.seriesCount)} series`}
            other={`${formatCount(study.seriesCount)} series`}
          />{' '}
          ·{' '}
          <Plural
            value={study.instanceCount}
            one={`${formatCount(study.instanceCount)} image`}
            other={`${formatCount(study.instanceCount)} images`}
          />
        </>
      }
      flush={study.series.length > 0}
    >
      <Thumbnails patientId={patientId} study={study} />
      {study.series.length > 0 ? (
        <SimpleTable
          label={t`Series`}
          rows={study.series}
          rowKey={(s) => s.seriesInstanceUid}
          maxHeight={320}
          columns={[
            { header: t`Series`, cell: (s) => s.number ?? '—', align: 'right' },
            {
              header: t`Modality`,
              cell: (s) => s.modality && <TermWords term={s.modality} code />,
            },
            { header: t`Description`, cell: (s) => label(s.descriptionLabel) },
            { header: t`Body part`, cell: (s) => s.bodySite && <TermWords term={s.bodySite} /> },
            { header: t`Images`, cell: (s) => formatCount(s.instanceCount), align: 'right' },
          ]}
        />
      ) : (
        <Box sx={{ color: 'text.secondary' }}>{modalities}</Box>
      )}
    </Panel>
  );
}
