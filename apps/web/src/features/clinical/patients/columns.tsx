/** What a list shows of a patient. */
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { DiagnosisName, SexName, StageTag, VitalStatusName } from '../../../design/marks.tsx';
import { PatientLink } from '../../../design/patient-link.tsx';
import type { Column } from '../../../design/table/model.ts';
import { formatPartialDate } from '../../../format/date.ts';
import type { PatientRowFragment } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';

/** Morphology with its code; the diagnosis as sent where none is known. */
function Morphology({ patient }: { patient: PatientRowFragment }) {
  const label = useLabel();
  const tumour = patient.leadingTumour;
  if (!tumour) return '—';
  const { morphology } = tumour;
  const words = label((morphology ?? tumour.asSent).label);
  return (
    <span title={words}>
      {words}
      {morphology?.code ? ` ${morphology.code}` : ''}
    </span>
  );
}

export function usePatientColumns(): Column<PatientRowFragment>[] {
  const { t } = useLingui();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t({ message: 'Name', context: 'of a person' }),
        width: 'minmax(120px, 1.2fr)',
        cell: (p) => <PatientLink patient={p} />,
      },
      {
        id: 'sex',
        asked: true,
        header: t`Sex`,
        width: '88px',
        cell: (p) => <SexName sex={p.sex} />,
      },
      {
        id: 'age',
        asked: true,
        header: t`Age (years)`,
        width: '100px',
        align: 'end',
        cell: (p) => p.age ?? '—',
      },
      {
        id: 'record',
        header: t`Record number`,
        width: 'minmax(110px, 1fr)',
        cell: (p) => {
          const numbers = p.identity.medicalRecordNumbers.join(', ');
          return <span title={numbers}>{numbers || '—'}</span>;
        },
      },
      {
        id: 'site',
        asked: true,
        header: t`Diagnosis`,
        width: 'minmax(140px, 1.3fr)',
        cell: (p) => <DiagnosisName tumour={p.leadingTumour} />,
      },
      {
        id: 'morphology',
        header: t`Morphology`,
        width: 'minmax(140px, 1.8fr)',
        // The diagnosis says the site; on a small screen the words of its tissue are on the patient's page.
        yields: 1,
        cell: (p) => <Morphology patient={p} />,
      },
      {
        id: 'stage',
        asked: true,
        header: t`Stage`,
        width: '96px',
        cell: (p) => (
          <StageTag
            stage={p.leadingTumour?.broadStage ?? 'UNKNOWN'}
            group={p.leadingTumour?.stageGroup}
          />
        ),
      },
      {
        id: 'diagnosed',
        asked: true,
        header: t`Diagnosed on`,
        width: '116px',
        cell: (p) => formatPartialDate(p.leadingTumour?.diagnosedOn),
      },
      {
        id: 'vital',
        asked: true,
        header: t`Vital status`,
        width: '100px',
        cell: (p) => <VitalStatusName status={p.vitalStatus} />,
      },
    ],
    [t],
  );
}
