/** Access in emergencies and accesses to restricted patients, and what was found of them. */
import { Trans, useLingui } from '@lingui/react/macro';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { useQuery } from '@tanstack/react-query';
import { daysOf } from '../../address.ts';
import { DateField } from '../../design/date-field.tsx';
import { Filters } from '../../design/filters/filters.tsx';
import { useSearchState } from '../../design/filters/search-state.ts';
import { PageHeader, Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { formatDay } from '../../format/date.ts';
import { execute } from '../../graph/execute.ts';
import { AccessReviewsDocument } from '../../graph/generated/graphql.ts';
import { BreakGlassTable } from './break-glass-table.tsx';
import { Claims } from './claims.tsx';
import { FirstCrossInstitutionAccesses } from './first-cross-institution-accesses.tsx';
import { AuditedReferrals } from './referrals.tsx';
import { RestrictedAccessTable } from './restricted-access-table.tsx';
import { RestrictedPatients } from './restricted-patients.tsx';
import { useReviews } from './use-reviews.ts';

const month = 30 * 86_400_000;

export function AccessReviewsPage() {
  const { t } = useLingui();
  const [search, set] = useSearchState();
  const reviews = useReviews();
  const { from = formatDay(Date.now() - month), to = formatDay(Date.now()) } = daysOf(search);
  const openOnly = search.all !== 'yes';
  const variables = { openOnly, fromDay: from, toDay: to };
  const query = useQuery({
    queryKey: ['access-reviews', variables],
    queryFn: ({ signal }) => execute(AccessReviewsDocument, variables, signal),
  });
  return (
    <>
      <PageHeader
        title={t`Access reviews`}
        detail={
          <Trans>emergency access, access to restricted patients, claims and referrals</Trans>
        }
      />
      <Filters names={['from', 'to', 'all']}>
        <DateField label={t`From day`} value={from} onChange={(day) => set({ from: day })} />
        <DateField label={t`To day`} value={to} onChange={(day) => set({ to: day })} />
        <FormControlLabel
          control={
            <Switch
              checked={!openOnly}
              onChange={(_, checked) => set({ all: checked ? 'yes' : undefined })}
            />
          }
          label={t`Reviewed ones too`}
        />
      </Filters>
      {query.isPending ? (
        <LoadingRows rows={6} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : (
        <>
          <Panel
            flush
            title={<Trans>Access in emergencies (break-glass)</Trans>}
            detail={<Trans>of the accounts of the institution, the latest 100</Trans>}
          >
            {query.data.breakGlass.edges.length === 0 ? (
              <Empty>
                {openOnly ? (
                  <Trans>No access in an emergency waits for review</Trans>
                ) : (
                  <Trans>There was no access in an emergency</Trans>
                )}
              </Empty>
            ) : (
              <BreakGlassTable rows={query.data.breakGlass.edges.map(({ node }) => node)} />
            )}
          </Panel>
          <Panel
            flush
            title={<Trans>Access to restricted patients</Trans>}
            detail={<Trans>by accounts of any institution, a day at a time</Trans>}
          >
            {query.data.restrictedPatientAccesses.length === 0 ? (
              <Empty>
                {openOnly ? (
                  <Trans>No access to a restricted patient awaits review</Trans>
                ) : (
                  <Trans>No access to a restricted patient</Trans>
                )}
              </Empty>
            ) : (
              <RestrictedAccessTable rows={query.data.restrictedPatientAccesses} />
            )}
          </Panel>
        </>
      )}
      <Claims openOnly={openOnly} />
      <AuditedReferrals openOnly={openOnly} />
      <FirstCrossInstitutionAccesses fromDay={from} toDay={to} />
      {reviews && <RestrictedPatients />}
    </>
  );
}
