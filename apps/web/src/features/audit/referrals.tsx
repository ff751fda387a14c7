/** Referrals by and to the institution: who opened whose record to whom, and until when. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '../../design/page.tsx';
import { referralStateWords } from '../../design/referral-words.ts';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { execute } from '../../graph/execute.ts';
import { AuditedReferralsDocument } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { PatientAudited } from './patient-audited.tsx';

export function AuditedReferrals({ openOnly }: { openOnly: boolean }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const referrals = useQuery({
    queryKey: ['audited-referrals', openOnly],
    queryFn: async ({ signal }) =>
      (await execute(AuditedReferralsDocument, { openOnly }, signal)).auditedReferrals,
  });
  return (
    <Panel
      flush
      title={<Trans>Referrals between institutions</Trans>}
      detail={
        <Trans>
          an accepted referral opens the record to the clinicians of the other institution until its
          last day, its answer or its withdrawal
        </Trans>
      }
    >
      {referrals.isPending ? (
        <LoadingRows rows={2} />
      ) : referrals.isError ? (
        <ErrorPanel error={referrals.error} retry={() => void referrals.refetch()} />
      ) : referrals.data.length === 0 ? (
        <Empty>
          {openOnly ? (
            <Trans>No referral waits or is in force</Trans>
          ) : (
            <Trans>There is no referral</Trans>
          )}
        </Empty>
      ) : (
        <SimpleTable
          label={t`Referrals between institutions`}
          rows={referrals.data}
          rowKey={(referral) => referral.id}
          columns={[
            { header: t`Time`, cell: (one) => formatInstant(one.referredAt), nowrap: true },
            { header: t`From`, cell: (one) => label(one.from.name), leastWidth: 140 },
            { header: t`To`, cell: (one) => label(one.to.name), leastWidth: 140 },
            { header: t`Account`, cell: (one) => one.referredBy },
            { header: t`Patient`, cell: (one) => <PatientAudited patient={one.patient} /> },
            { header: t`Reason`, cell: (one) => one.reason, leastWidth: 160 },
            { header: t`Last day`, cell: (one) => one.until, nowrap: true },
            { header: t`State`, cell: (one) => i18n._(referralStateWords[one.state]) },
            {
              header: t`Decided`,
              leastWidth: 140,
              cell: (one) =>
                one.decidedAt && (
                  <>
                    {one.decidedBy}, {formatInstant(one.decidedAt)}
                  </>
                ),
            },
            {
              header: t`Ended`,
              cell: (one) => one.endedAt && formatInstant(one.endedAt),
              nowrap: true,
            },
          ]}
        />
      )}
    </Panel>
  );
}
