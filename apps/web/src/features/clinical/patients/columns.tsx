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
function Morphology({ tumour }: { tumour: NonNullable<PatientRowFragment['leadingTumour']> }) {
  const label = useLabel();
  const { morphology } = tumour;
  const words = label((morphology ?? tumour.asSent).label);
  return (
    <span title={words}>
      {words}
      {morphology?.code ? ` ${morphology.code}` : ''}
    </span>
  );
}

/** Why a list of patients cannot be ordered by name or number. */
export function useSealed(): string {
  const { t } = useLingui();
  return t`Not by name or record number: both are stored encrypted, and an index in their order would disclose surnames to a reader of the database. The search finds both.`;
}

export function usePatientColumns(): Column<PatientRowFragment>[] {
  const { t } = useLingui();
  const sealed = useSealed();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t({ message: 'Name', context: 'of a person' }),
        width: 'minmax(100px, 0.6fr)',
        unordered: sealed,
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
        unordered: sealed,
        cell: (p) => {
          const numbers = p.identity.medicalRecordNumbers.join(', ');
          return <span title={numbers}>{numbers || '—'}</span>;
        },
      },
      {
        id: 'site',
        asked: true,
        header: t`Diagnosis`,
        width: 'minmax(205px, 1.6fr)',
        cell: (p) => p.leadingTumour && <DiagnosisName tumour={p.leadingTumour} />,
      },
      {
        id: 'morphology',
        header: t`Morphology`,
        width: 'minmax(140px, 1.6fr)',
        // The diagnosis says the site; on a small screen the words of its tissue are on the patient's page.
        yields: 1,
        unordered: t`This list is held in the order of diagnoses, not of morphologies: order it by diagnosis.`,
        cell: (p) => p.leadingTumour && <Morphology tumour={p.leadingTumour} />,
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
    [t, sealed],
  );
}
