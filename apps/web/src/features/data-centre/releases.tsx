/** The releases of the research pool, and the building of the next. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Paper from '@mui/material/Paper';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { AppLink } from '../../design/links.tsx';
import { PageHeader } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { QualityFindings } from '../../figures/quality-findings.tsx';
import { formatInstant } from '../../format/date.ts';
import { formatCount } from '../../format/quantity.ts';
import { execute } from '../../graph/execute.ts';
import {
  BuildReleaseDocument,
  ReleaseBuildDocument,
  ReleasesDocument,
  type ReleasesQuery,
} from '../../graph/generated/graphql.ts';
import { meQuery } from '../../session/me.ts';
import { BuildProgress } from './build-progress.tsx';
import { StartBuild } from './start-build.tsx';

const releasesKey = ['releases'];
const buildKey = ['release-build'];
/** The interval between two polls of a build under way, ms. */
const pollInterval = 1000;

export function ReleasesPage() {
  const { t } = useLingui();
  const me = useQuery(meQuery);
  const releases = useQuery({
    queryKey: releasesKey,
    queryFn: async ({ signal }) => (await execute(ReleasesDocument, {}, signal)).releases,
  });
  const { build, start } = useBuild();
  const national = me.data?.institution === null;
  const running = build.data?.state === 'RUNNING';
  return (
    <>
      <PageHeader
        title={t`Releases`}
        detail={<Trans>numbered, de-identified snapshots that research is done on</Trans>}
        actions={
          national && (
            <StartBuild busy={running || start.isPending} onStart={() => start.mutate()} />
          )
        }
      />
      {me.data && !national && (
        <Alert severity="info" sx={{ mb: 2 }}>
          <Trans>
            A release holds the patients of every institution, so only accounts of the whole network
            build one. Yours is an account of one institution.
          </Trans>
        </Alert>
      )}
      {start.isError && (
        <Alert severity="error" sx={{ mb: 2 }}>
          <Trans>The build could not be started:</Trans> {start.error.message}
        </Alert>
      )}
      {build.isError ? (
        <ErrorPanel error={build.error} retry={() => void build.refetch()} />
      ) : (
        build.data && <BuildProgress build={build.data} />
      )}
      {releases.isPending ? (
        <LoadingRows rows={4} />
      ) : releases.isError ? (
        <ErrorPanel error={releases.error} retry={() => void releases.refetch()} />
      ) : releases.data.length === 0 ? (
        <Empty>
          <Trans>No release has been built yet</Trans>
        </Empty>
      ) : (
        <>
          <ReleaseTable releases={releases.data} />
          <QualityFindings />
        </>
      )}
    </>
  );
}

/** The build that was started last, polled until it ends, and a way to start the next. */
function useBuild() {
  const client = useQueryClient();
  const build = useQuery({
    queryKey: buildKey,
    queryFn: async ({ signal }) => (await execute(ReleaseBuildDocument, {}, signal)).releaseBuild,
    refetchInterval: ({ state }) => (state.data?.state === 'RUNNING' ? pollInterval : false),
    staleTime: 0,
  });
  const made = build.data?.releaseNumber ?? null;
  useEffect(() => {
    if (made !== null) void client.invalidateQueries({ queryKey: releasesKey });
  }, [made, client]);
  const start = useMutation({
    mutationFn: async () => (await execute(BuildReleaseDocument, {})).buildRelease,
    onSuccess: (begun) => client.setQueryData(buildKey, begun),
    onError: () => client.invalidateQueries({ queryKey: buildKey }),
  });
  return { build, start };
}

function ReleaseTable({ releases }: { releases: ReleasesQuery['releases'] }) {
  const { t } = useLingui();
  const count = ({ value }: { value: number | null }) =>
    value === null ? t`too few` : formatCount(value);
  return (
    <Paper variant="outlined" sx={{ overflow: 'hidden', flexShrink: 0, mb: 2 }}>
      <SimpleTable
        label={t`Releases`}
        rows={releases}
        rowKey={(r) => r.number}
        columns={[
          { header: t`Number`, cell: (r) => <strong>{r.number}</strong>, nowrap: true },
          { header: t`Built`, cell: (r) => formatInstant(r.builtAt), nowrap: true },
          { header: t`Persons`, cell: (r) => count(r.persons), align: 'right' },
          { header: t`Cases`, cell: (r) => count(r.cases), align: 'right' },
          {
            header: t`Years of diagnosis`,
            cell: (r) => (r.firstYear === null ? '—' : `${r.firstYear}–${r.lastYear}`),
            nowrap: true,
          },
          {
            header: t`Checksum (SHA-256)`,
            cell: (r) => <code title={r.checksum}>{r.checksum.slice(0, 12)}</code>,
            nowrap: true,
          },
          {
            header: t`Export`,
            cell: ({ export: exported }) =>
              exported === null ? (
                '—'
              ) : exported.reached === null ? (
                <Trans>nobody is in it</Trans>
              ) : (
                <Trans>
                  k = {exported.reached}, {count(exported.persons)} persons
                </Trans>
              ),
            nowrap: true,
          },
          {
            header: t`Data dictionary`,
            cell: (r) => (
              <AppLink
                to="/data-centre/releases/$releaseNumber"
                params={{ releaseNumber: String(r.number) }}
                search={{}}
                aria-label={t`Data dictionary of release ${r.number}`}
              >
                <Trans>Tables, columns and export</Trans>
              </AppLink>
            ),
            nowrap: true,
          },
        ]}
      />
    </Paper>
  );
}
