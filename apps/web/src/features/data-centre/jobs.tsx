/** Work that outlives a request: what waits, runs and ended, and a way to end it. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import LinearProgress from '@mui/material/LinearProgress';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCodeWords } from '../../design/code-words.ts';
import { Tag } from '../../design/marks.tsx';
import { PageHeader } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { nothing } from '../../design/table/empty.ts';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatInstant } from '../../format/date.ts';
import { execute } from '../../graph/execute.ts';
import {
  CancelJobDocument,
  type JobFactsFragment,
  JobsDocument,
} from '../../graph/generated/graphql.ts';
import { meQuery } from '../../session/me.ts';
import { jobStepWords } from './build-words.ts';
import { CancelJob } from './cancel-job.tsx';

const jobsKey = ['jobs'];
const newest = 100;
/** The interval between two polls while a job waits or runs, and otherwise, ms. */
const busyInterval = 1_000;
const idleInterval = 15_000;

/** Okabe and Ito's colours: waits, runs, done, failed, cancelled. */
const stateColours: Record<JobFactsFragment['state'], string> = {
  REQUESTED: '#C3C9CE',
  RUNNING: '#56B4E9',
  DONE: '#009E73',
  FAILED: '#D55E00',
  CANCELLED: '#E69F00',
};

const goesOn = ({ state }: JobFactsFragment): boolean =>
  state === 'REQUESTED' || state === 'RUNNING';

export function JobsPage() {
  const { t } = useLingui();
  const client = useQueryClient();
  const me = useQuery(meQuery);
  const jobs = useQuery({
    queryKey: jobsKey,
    queryFn: async ({ signal }) =>
      (await execute(JobsDocument, { first: newest }, signal)).jobs.edges.map(({ node }) => node),
    refetchInterval: ({ state }) => (state.data?.some(goesOn) ? busyInterval : idleInterval),
    staleTime: 0,
  });
  const cancel = useMutation({
    mutationFn: (id: string) => execute(CancelJobDocument, { id }),
    onSettled: () => client.invalidateQueries({ queryKey: jobsKey }),
  });
  return (
    <>
      <PageHeader
        title={t`Jobs`}
        detail={<Trans>work done in the background, newest first</Trans>}
      />
      {me.data && me.data.institution !== null && (
        <Alert severity="info" sx={{ mb: 2 }}>
          <Trans>
            Jobs concern the whole network, so only national accounts see them. Yours is an account
            of one institution.
          </Trans>
        </Alert>
      )}
      {cancel.isError && (
        <Alert severity="error" sx={{ mb: 2 }}>
          <Trans>The job could not be cancelled:</Trans> {cancel.error.message}
        </Alert>
      )}
      {jobs.isPending ? (
        <LoadingRows rows={4} />
      ) : jobs.isError ? (
        <ErrorPanel error={jobs.error} retry={() => void jobs.refetch()} />
      ) : jobs.data.length === 0 ? (
        <Empty>
          <Trans>No job has been requested yet</Trans>
        </Empty>
      ) : (
        <JobTable jobs={jobs.data} onCancel={(id) => cancel.mutate(id)} />
      )}
    </>
  );
}

function JobTable({
  jobs,
  onCancel,
}: {
  jobs: JobFactsFragment[];
  onCancel: (id: string) => void;
}) {
  const { t } = useLingui();
  const code = useCodeWords();
  return (
    <Paper variant="outlined" sx={{ overflow: 'hidden', flexShrink: 0 }}>
      <SimpleTable
        label={t`Jobs`}
        rows={jobs}
        rowKey={(job) => job.id}
        columns={[
          { header: t`Requested`, cell: (job) => formatInstant(job.requestedAt), nowrap: true },
          { header: t`Job`, cell: (job) => code('job', job.kind), nowrap: true },
          {
            header: t`State`,
            cell: (job) => (
              <Tag colour={stateColours[job.state]}>
                {job.cancelRequested && goesOn(job) ? (
                  <Trans>Being cancelled</Trans>
                ) : (
                  code('jobState', job.state)
                )}
              </Tag>
            ),
            nowrap: true,
          },
          {
            header: t`Progress`,
            cell: (job) =>
              job.problem ?? (job.state === 'RUNNING' ? <Progress job={job} /> : nothing),
            leastWidth: 220,
          },
          { header: t`Requested by`, cell: (job) => job.requestedBy, nowrap: true },
          {
            header: t`Ended`,
            cell: (job) => (job.endedAt === null ? '—' : formatInstant(job.endedAt)),
            nowrap: true,
          },
          {
            header: t`Action`,
            cell: (job) =>
              goesOn(job) && !job.cancelRequested ? (
                <CancelJob name={code('job', job.kind)} onCancel={() => onCancel(job.id)} />
              ) : (
                '—'
              ),
          },
        ]}
      />
    </Paper>
  );
}

/** How far a job that runs is: its step in words, and a bar. */
function Progress({ job }: { job: JobFactsFragment }) {
  const { i18n, t } = useLingui();
  const words = job.step === null ? undefined : jobStepWords[job.step];
  const { attempts } = job;
  return (
    <>
      <LinearProgress
        variant="determinate"
        value={100 * job.share}
        aria-label={t`Share of the work done`}
      />
      <Typography variant="body2" color="text.secondary">
        {words ? i18n._(words) : (job.step ?? '')}
        {attempts > 1 && (
          <>
            {' '}
            <Trans>(attempt {attempts}, after an interruption)</Trans>
          </>
        )}
      </Typography>
    </>
  );
}
