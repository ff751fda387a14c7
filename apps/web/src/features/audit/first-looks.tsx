/** The first look of another institution's people at each shared patient. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { execute } from '../../graph/execute.ts';
import { FirstLooksDocument } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { PatientAudited } from './patient-audited.tsx';
import { useRoleWords } from './words.ts';

export function FirstLooks({ fromDay, toDay }: { fromDay: string; toDay: string }) {
  const { t } = useLingui();
  const label = useLabel();
  const role = useRoleWords();
  const looks = useQuery({
    queryKey: ['first-looks', fromDay, toDay],
    queryFn: async ({ signal }) =>
      (await execute(FirstLooksDocument, { fromDay, toDay }, signal)).firstLooks,
  });
  return (
    <Panel
      flush
      title={<Trans>First accesses by other institutions</Trans>}
      detail={<Trans>to patients that your institution has on record as well</Trans>}
    >
      {looks.isPending ? (
        <LoadingRows rows={2} />
      ) : looks.isError ? (
        <ErrorPanel error={looks.error} retry={() => void looks.refetch()} />
      ) : looks.data.length === 0 ? (
        <Empty>
          <Trans>Nobody of another institution looked for the first time</Trans>
        </Empty>
      ) : (
        <SimpleTable
          label={t`First accesses by other institutions`}
          rows={looks.data}
          rowKey={(look) => `${look.patient.id} ${look.at} ${look.account}`}
          columns={[
            { header: t`Time`, cell: (look) => formatInstant(look.at), nowrap: true },
            {
              header: t`Institution`,
              cell: (look) => label(look.institution.name),
              leastWidth: 160,
            },
            { header: t`Account`, cell: (look) => look.account },
            { header: t`Role`, cell: (look) => role(look.role), nowrap: true },
            { header: t`Patient`, cell: (look) => <PatientAudited patient={look.patient} /> },
          ]}
        />
      )}
    </Panel>
  );
}
