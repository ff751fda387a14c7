/** How the platform does: what calls for somebody, the last two hours, and what stands now. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { useQuery } from '@tanstack/react-query';
import { PageHeader } from '../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { formatBytes, formatCount } from '../../format/quantity.ts';
import { execute } from '../../graph/execute.ts';
import { PlatformStateDocument } from '../../graph/generated/graphql.ts';
import { meQuery } from '../../session/me.ts';
import { Course } from './course.tsx';
import type { State } from './measured.ts';
import { PlatformFacts } from './platform-facts.tsx';
import { warningWords } from './warning-words.ts';

/** Measured each half minute; ms. */
const interval = 30_000;

const milliseconds = (value: number): string =>
  value >= 1000 ? `${(value / 1000).toFixed(1)} s` : `${Math.round(value)} ms`;

export function PlatformPage() {
  const { t } = useLingui();
  const { data: me } = useQuery(meQuery);
  const state = useQuery({
    queryKey: ['platform-state'],
    queryFn: async ({ signal }) => (await execute(PlatformStateDocument, {}, signal)).platformState,
    refetchInterval: interval,
    staleTime: 0,
  });
  return (
    <>
      <PageHeader
        title={t`Platform`}
        detail={<Trans>measured each half minute; nothing here is about a person</Trans>}
      />
      {me && me.institution !== null && (
        <Alert severity="info" sx={{ mb: 2 }}>
          <Trans>
            The platform concerns the whole network, so only national administrators see how it
            does. Yours is an account of one institution.
          </Trans>
        </Alert>
      )}
      {state.isPending ? (
        <LoadingRows rows={6} />
      ) : state.isError ? (
        <ErrorPanel error={state.error} retry={() => void state.refetch()} />
      ) : state.data === null ? (
        <Empty>
          <Trans>Nothing was measured yet</Trans>
        </Empty>
      ) : (
        <Measured state={state.data} />
      )}
    </>
  );
}

function Measured({ state }: { state: State }) {
  const { i18n, t } = useLingui();
  const { samples } = state;
  return (
    <Stack spacing={2}>
      {state.warnings.length === 0 ? (
        <Alert severity="success">
          <Trans>Nothing calls for attention.</Trans>
        </Alert>
      ) : (
        <Stack component="ul" spacing={1} sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {state.warnings.map((warning) => (
            <li key={warning}>
              <Alert severity="warning">{i18n._(warningWords[warning])}</Alert>
            </li>
          ))}
        </Stack>
      )}
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(5, 1fr)' },
        }}
      >
        <Course
          name={t`Requests in half a minute`}
          values={samples.requests}
          format={formatCount}
          least={10}
        />
        <Course
          name={t`Errors of the platform`}
          values={samples.errors}
          format={formatCount}
          least={10}
        />
        <Course name={t`Median answer`} values={samples.p50} format={milliseconds} least={100} />
        <Course
          name={t`95 % of answers within`}
          values={samples.p95}
          format={milliseconds}
          least={100}
        />
        <Course
          name={t`Longest pause of the process`}
          values={samples.loopDelay}
          format={milliseconds}
          least={100}
        />
        <Course name={t`Memory of the process`} values={samples.memory} format={formatBytes} />
        <Course
          name={t`Connections in use`}
          values={samples.poolInUse}
          format={formatCount}
          least={state.poolMost}
        />
        <Course
          name={t`Waiting for a connection`}
          values={samples.poolWaiting}
          format={formatCount}
          least={10}
        />
        <Course
          name={t`Jobs waiting or running`}
          values={samples.jobs}
          format={formatCount}
          least={10}
        />
        <Course
          name={t`Submissions not answered yet`}
          values={samples.submissions}
          format={formatCount}
          least={10}
        />
      </Box>
      <PlatformFacts state={state} />
    </Stack>
  );
}
