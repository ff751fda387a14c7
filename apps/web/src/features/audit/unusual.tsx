/** What of an institution's accounts is worth a question. */
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Paper from '@mui/material/Paper';
import { useQuery } from '@tanstack/react-query';
import { daysOf } from '../../address.ts';
import { DateField } from '../../design/date-field.tsx';
import { Filters } from '../../design/filters/filters.tsx';
import { useSearchState } from '../../design/filters/search-state.ts';
import { AppLink } from '../../design/links.tsx';
import { PageHeader } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatDay } from '../../format/date.ts';
import { formatCount } from '../../format/quantity.ts';
import { execute } from '../../graph/execute.ts';
import { UnusualAccessDocument, type UnusualAccessQuery } from '../../graph/generated/graphql.ts';
import { meQuery } from '../../session/me.ts';
import { InstitutionFilter } from './institution-filter.tsx';
import { shortId } from './short-id.ts';
import { findingWords, useRoleWords } from './words.ts';

type Unusual = UnusualAccessQuery['unusualAccess'];

const week = 7 * 86_400_000;

export function UnusualAccessPage() {
  const { t } = useLingui();
  const [search, set] = useSearchState();
  const { data: me } = useQuery(meQuery);
  const national = me?.institution === null;
  const { from = formatDay(Date.now() - week), to = formatDay(Date.now()) } = daysOf(search);
  const institution = national ? (search.institution ?? null) : null;
  const variables = { institution, fromDay: from, toDay: to };
  const unusual = useQuery({
    queryKey: ['unusual-access', variables],
    queryFn: async ({ signal }) =>
      (await execute(UnusualAccessDocument, variables, signal)).unusualAccess,
    enabled: me !== undefined && (!national || institution !== null),
  });
  return (
    <>
      <PageHeader
        title={t`Unusual access`}
        detail={<Trans>reasons to ask, not proof of anything</Trans>}
      />
      <Filters names={['institution', 'from', 'to']}>
        {national && <InstitutionFilter />}
        <DateField label={t`From day`} value={from} onChange={(day) => set({ from: day })} />
        <DateField label={t`To day`} value={to} onChange={(day) => set({ to: day })} />
      </Filters>
      <Rules />
      {national && institution === null ? (
        <Empty>
          <Trans>Choose the institution whose accounts are meant</Trans>
        </Empty>
      ) : unusual.isPending ? (
        <LoadingRows rows={6} />
      ) : unusual.isError ? (
        <ErrorPanel error={unusual.error} retry={() => void unusual.refetch()} />
      ) : (
        <Findings unusual={unusual.data} />
      )}
    </>
  );
}

/** What is searched for, and what cannot be. */
const Rules = () => (
  <Alert severity="info" sx={{ mb: 2 }}>
    <Trans>
      Detected: more patients on a day than three times the median of the account’s own earlier days
      (and more than 50); patients with the name of a colleague; patients with the account’s Chinese
      surname; restricted patients, opened or in a list; requests between 22 and 6 o’clock. Not
      possible with the data there are: whether the patient is a relative, a neighbour or the
      account’s holder (no identity number of staff is kept), and whether somebody was on duty (no
      rosters are kept).
    </Trans>
  </Alert>
);

function Findings({ unusual }: { unusual: Unusual }) {
  const { t, i18n } = useLingui();
  const role = useRoleWords();
  const { findings, truncated, accountsWithoutName } = unusual;
  return (
    <>
      {truncated && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          <Trans>There is more than is shown. Choose a shorter time.</Trans>
        </Alert>
      )}
      {accountsWithoutName > 0 && (
        <Alert severity="info" sx={{ mb: 2 }}>
          <Plural
            value={accountsWithoutName}
            one="# account has no name here to compare: it signs in by the operator’s provider."
            other="# accounts have no name here to compare: they sign in by the operator’s provider."
          />
        </Alert>
      )}
      {findings.length === 0 ? (
        <Empty>
          <Trans>Nothing unusual in this time</Trans>
        </Empty>
      ) : (
        <Paper variant="outlined" sx={{ overflow: 'hidden', flexShrink: 0 }}>
          <SimpleTable
            label={t`Unusual access`}
            rows={findings}
            rowKey={(f) => `${f.kind} ${f.account} ${f.day}`}
            columns={[
              {
                header: t`Finding`,
                cell: (f) => i18n._(findingWords[f.kind]),
                order: (f) => i18n._(findingWords[f.kind]),
                nowrap: true,
              },
              {
                header: t`Account`,
                cell: (f) => (
                  <AppLink
                    to={'/privacy/audit' as string}
                    search={{ account: f.account, from: f.day, to: f.day } as never}
                  >
                    {f.account}
                  </AppLink>
                ),
                order: (f) => f.account,
              },
              { header: t`Role`, cell: (f) => role(f.role), nowrap: true },
              { header: t`Day`, cell: (f) => f.day, order: (f) => f.day, nowrap: true },
              {
                header: t`Observed`,
                cell: (f) => formatCount(f.observed),
                order: (f) => f.observed,
                align: 'right',
              },
              {
                header: t`Usual`,
                cell: (f) => (f.usual === null ? '—' : formatCount(f.usual)),
                align: 'right',
              },
              {
                header: t`Patients`,
                leastWidth: 160,
                cell: (f) =>
                  f.patients.map(({ id }, i) => (
                    <span key={id}>
                      {i > 0 && ' '}
                      <AppLink
                        to={'/privacy/audit' as string}
                        search={{ patient: id } as never}
                        aria-label={t`Who accessed patient ${shortId(id)}`}
                      >
                        <code>{shortId(id)}</code>
                      </AppLink>
                    </span>
                  )),
              },
            ]}
          />
        </Paper>
      )}
    </>
  );
}
