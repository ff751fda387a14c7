/** Other institutions' claims on persons whom the institution knows, and what was decided. */
import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { AppLink } from '../../design/links.tsx';
import { Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { execute } from '../../graph/execute.ts';
import { IdentityClaimsDocument } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { ClaimDecision } from './claim-decision.tsx';
import { PatientAudited } from './patient-audited.tsx';
import { useReviews } from './use-reviews.ts';
import { claimWords } from './words.ts';

export function Claims({ openOnly }: { openOnly: boolean }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const reviews = useReviews();
  const claims = useQuery({
    queryKey: ['identity-claims', openOnly],
    queryFn: async ({ signal }) =>
      (await execute(IdentityClaimsDocument, { openOnly }, signal)).identityClaims,
  });
  return (
    <Panel
      flush
      title={<Trans>Claims of other institutions</Trans>}
      detail={
        <Trans>
          on patients of yours, by national identification number; a visit, specimen or order under
          the same name opens the record by itself
        </Trans>
      }
    >
      {claims.isPending ? (
        <LoadingRows rows={2} />
      ) : claims.isError ? (
        <ErrorPanel error={claims.error} retry={() => void claims.refetch()} />
      ) : claims.data.length === 0 ? (
        <Empty>
          {openOnly ? (
            <Trans>No claim waits for a decision</Trans>
          ) : (
            <Trans>There is no claim</Trans>
          )}
        </Empty>
      ) : (
        <SimpleTable
          label={t`Claims of other institutions`}
          rows={claims.data}
          rowKey={(claim) => claim.id}
          columns={[
            { header: t`Time`, cell: (claim) => formatInstant(claim.claimedAt), nowrap: true },
            {
              header: t`Institution`,
              cell: (claim) => label(claim.institution.name),
              leastWidth: 160,
            },
            { header: t`Account`, cell: (claim) => claim.account },
            { header: t`Patient`, cell: (claim) => <PatientAudited patient={claim.patient} /> },
            { header: t`State`, cell: (claim) => i18n._(claimWords[claim.state]), nowrap: true },
            {
              header: t`Decided`,
              leastWidth: 160,
              cell: (claim) =>
                claim.state === 'WAITING' && reviews ? (
                  <>
                    <ClaimDecision id={claim.id} />
                    <Compare patient={claim.patient.id} />
                  </>
                ) : claim.decidedAt === null ? null : (
                  <>
                    {claim.decidedBy ?? <Trans>by evidence of care</Trans>},{' '}
                    {formatInstant(claim.decidedAt)}{' '}
                    {reviews && <Compare patient={claim.patient.id} />}
                  </>
                ),
            },
          ]}
        />
      )}
    </Panel>
  );
}

/** The way to what both institutions say. */
const Compare = ({ patient }: { patient: string }) => (
  <AppLink to={'/privacy/persons' as string} search={{ patient } as never}>
    <Trans>Compare</Trans>
  </AppLink>
);
