/** Data of population-based registries and life tables: what is loaded with all versions, and loading more. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { PageHeader, Panel } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { formatCount } from '../../format/quantity.ts';
import { execute } from '../../graph/execute.ts';
import {
  AggregateDataSetsDocument,
  type AggregateDataSetsQuery,
} from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { meQuery } from '../../session/me.ts';
import { LoadPanel } from './load-panel.tsx';

type DataSet = AggregateDataSetsQuery['aggregateDataSets'][number];

const key = ['aggregate-data-sets'];

export function RegistryDataPage() {
  const { t } = useLingui();
  const me = useQuery(meQuery);
  const sets = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) =>
      (await execute(AggregateDataSetsDocument, {}, signal)).aggregateDataSets,
  });
  if (sets.isPending) return <LoadingRows rows={8} />;
  if (sets.isError)
    return <ErrorPanel heading="h1" error={sets.error} retry={() => void sets.refetch()} />;
  return (
    <>
      <PageHeader
        title={t`Registry data`}
        detail={<Trans>aggregates of population-based registries, and life tables</Trans>}
      />
      <Alert severity="info" sx={{ mb: 2 }}>
        <Trans>
          They stand beside the platform’s releases in the statistics and are never mixed with them.
          A version that was loaded stays; figures say which one they are of.
        </Trans>
      </Alert>
      {me.data?.institution === null ? (
        <LoadPanel reload={key} />
      ) : (
        me.data && (
          <Alert severity="info" sx={{ mb: 2 }}>
            <Trans>
              Data of registries are of the nation, so only accounts of the whole network load them.
              Yours is an account of one institution.
            </Trans>
          </Alert>
        )
      )}
      <Panel flush title={<Trans>Data sets loaded</Trans>}>
        {sets.data.length === 0 ? (
          <Empty>
            <Trans>No data set is loaded yet.</Trans>
          </Empty>
        ) : (
          <Sets sets={sets.data} />
        )}
      </Panel>
    </>
  );
}

function Sets({ sets }: { sets: readonly DataSet[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const number = (n: number | null | undefined) => (n == null ? '—' : formatCount(Math.round(n)));
  return (
    <SimpleTable
      label={t`Data sets loaded`}
      rows={sets}
      rowKey={({ id, version }) => `${id} ${version}`}
      columns={[
        {
          header: t`Data set`,
          leastWidth: 240,
          cell: ({ id, name, source, citation, licence, published }) => (
            <>
              {label(name)} <code>{id}</code>{' '}
              {published === false && (
                <Chip
                  size="small"
                  variant="outlined"
                  label={t`not published: small counts hidden`}
                />
              )}
              <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                {label(source)} · {licence}
              </Typography>
              <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                {citation}
              </Typography>
            </>
          ),
        },
        {
          header: t`Version`,
          nowrap: true,
          cell: ({ version, newest }) => (
            <>
              {version}{' '}
              {newest && <Chip size="small" color="success" variant="outlined" label={t`newest`} />}
            </>
          ),
        },
        {
          header: t`Kind`,
          nowrap: true,
          cell: ({ kind }) => (kind === 'REGISTRY' ? t`Registries` : t`Life tables`),
        },
        {
          header: t`Calendar years`,
          nowrap: true,
          cell: ({ firstYear, lastYear }) => `${firstYear}–${lastYear}`,
        },
        { header: t`Registries`, align: 'right', cell: ({ registries }) => number(registries) },
        { header: t`Cases`, align: 'right', cell: ({ cases }) => number(cases) },
        { header: t`Deaths`, align: 'right', cell: ({ deaths }) => number(deaths) },
        { header: t`Person-years`, align: 'right', cell: ({ personYears }) => number(personYears) },
        {
          header: t`Loaded`,
          leastWidth: 120,
          cell: ({ loadedAt, loadedBy }) => (
            <>
              {formatInstant(loadedAt)}
              <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
                {loadedBy}
              </Typography>
            </>
          ),
        },
      ]}
    />
  );
}
