/** The first access of another institution's people at each shared patient. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { execute } from '../../graph/execute.ts';
import { FirstCrossInstitutionAccessesDocument } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { PatientAudited } from './patient-audited.tsx';
import { useRoleWords } from './words.ts';

export function FirstCrossInstitutionAccesses({
  fromDay,
  toDay,
}: {
  fromDay: string;
  toDay: string;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const role = useRoleWords();
  const accesses = useQuery({
    queryKey: ['first-cross-institution-accesses', fromDay, toDay],
    queryFn: async ({ signal }) =>
      (await execute(FirstCrossInstitutionAccessesDocument, { fromDay, toDay }, signal))
        .firstCrossInstitutionAccesses,
  });
  return (
    <Panel
      flush
      title={<Trans>First accesses by other institutions</Trans>}
      detail={<Trans>to patients that your institution has on record as well</Trans>}
    >
      {accesses.isPending ? (
        <LoadingRows rows={2} />
      ) : accesses.isError ? (
        <ErrorPanel error={accesses.error} retry={() => void accesses.refetch()} />
      ) : accesses.data.length === 0 ? (
        <Empty>
          <Trans>No first access by another institution</Trans>
        </Empty>
      ) : (
        <SimpleTable
          label={t`First accesses by other institutions`}
          rows={accesses.data}
          rowKey={(access) => `${access.patient.id} ${access.at} ${access.account}`}
          columns={[
            { header: t`Time`, cell: (access) => formatInstant(access.at), nowrap: true },
            {
              header: t`Institution`,
              cell: (access) => label(access.institution.name),
              leastWidth: 160,
            },
            { header: t`Account`, cell: (access) => access.account },
            { header: t`Role`, cell: (access) => role(access.role), nowrap: true },
            { header: t`Patient`, cell: (access) => <PatientAudited patient={access.patient} /> },
          ]}
        />
      )}
    </Panel>
  );
}
