/** The data centre seen whole: its five pools and what flows between them today. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { AppLink } from '../../../design/links.tsx';
import { Facts, PageHeader, Panel } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatDay, formatInstant } from '../../../format/date.ts';
import { formatCount } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { dataCentreQuery, type Seen } from './data.ts';
import { LoopDrawing } from './drawing.tsx';
import { type Pool, useFlows } from './flows.ts';

export function DataCentrePage() {
  const { t } = useLingui();
  const query = useQuery(dataCentreQuery);
  if (query.isPending) return <LoadingRows rows={8} />;
  return (
    <>
      <PageHeader
        title={t`The data centre`}
        detail={<Trans>Five pools, and what flows between them today</Trans>}
      />
      {query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : (
        <>
          <Loop seen={query.data} />
          <Pools seen={query.data} />
        </>
      )}
    </>
  );
}

function useNames(): Record<Pool, string> {
  const { t } = useLingui();
  return {
    hospitals: t`Hospitals`,
    held: t`Held records`,
    clinical: t`Clinical pool`,
    disease: t`Single-disease pool`,
    business: t`Business pool`,
    research: t`Research pool`,
    basic: t`Basic functions`,
  };
}

const To = ({ path, children }: { path: string; children: ReactNode }) => (
  <AppLink
    to={path as string}
    params={{} as never}
    search={{} as never}
    preload={false}
    underline="always"
  >
    {children}
  </AppLink>
);

function Loop({ seen }: { seen: Seen }) {
  const { t } = useLingui();
  const flows = useFlows(seen);
  const names = useNames();
  return (
    <Panel title={t`The loop`} detail={t`the numbers on the arrows are today’s`}>
      <LoopDrawing
        flows={flows}
        names={names}
        title={t`The pools of the data centre and the flows between them; the table below says the same`}
      />
      <Box sx={{ mx: -2 }}>
        <SimpleTable
          label={t`Flows between the pools`}
          stacks
          rows={flows}
          rowKey={({ id }) => id}
          columns={[
            {
              header: t`Flow`,
              leastWidth: 150,
              cell: ({ what, words, path }) => (
                <>
                  <To path={path}>{what}</To>
                  {words !== null && ` (${words})`}
                </>
              ),
            },
            {
              header: t({ message: 'From', context: 'flow' }),
              cell: ({ from }) => names[from],
              nowrap: true,
            },
            {
              header: t({ message: 'To', context: 'flow' }),
              cell: ({ to }) => names[to],
              nowrap: true,
            },
            {
              header: t`Today`,
              align: 'right',
              cell: ({ today }) => (today === null ? '—' : formatCount(today)),
            },
            {
              header: t`30 days`,
              align: 'right',
              cell: ({ month }) => (month === null ? '—' : formatCount(month)),
            },
          ]}
        />
      </Box>
    </Panel>
  );
}

function Pools({ seen: { dataCentre: seen, releases } }: { seen: Seen }) {
  const { t } = useLingui();
  const label = useLabel();
  const names = useNames();
  const [newest] = releases.toSorted((a, b) => b.number - a.number);
  const instant = (at: string | null) => (at === null ? t`never` : formatInstant(at));
  return (
    <>
      <Panel
        title={names.clinical}
        actions={<To path="/data-centre/submissions">{t`Submissions`}</To>}
      >
        <Facts
          facts={[
            { name: t`Patients in care, at each institution`, value: formatCount(seen.patients) },
            { name: t`Institutions`, value: formatCount(seen.institutions) },
            {
              name: t`Since`,
              value: seen.firstReceived ? formatDay(seen.firstReceived) : t`never`,
            },
            { name: t`Last received`, value: instant(seen.lastReceived) },
            {
              name: t`Held, waiting for a decision`,
              value: <To path="/data-centre/held/{-$heldId}">{formatCount(seen.heldWaiting)}</To>,
            },
          ]}
        />
      </Panel>
      <Panel
        title={names.disease}
        actions={<To path="/data-centre/quality/{-$code}">{t`Quality indicators`}</To>}
      >
        {seen.sites.length === 0 ? (
          <Trans>No patient has a cancer site yet</Trans>
        ) : (
          <Facts
            facts={seen.sites.map((site) => ({
              name: label(site.label),
              value: formatCount(site.patients),
            }))}
          />
        )}
      </Panel>
      <Panel title={names.business} actions={<To path="/data-centre/tasks">{t`Tasks`}</To>}>
        <Facts
          facts={[
            { name: t`Tasks that wait (10,000 at most)`, value: formatCount(seen.tasksWaiting) },
            { name: t`Alerts of a recurrence, 30 days`, value: formatCount(seen.alerts) },
            { name: t`Acted on, 30 days`, value: formatCount(seen.acted) },
            {
              name: t`Median time from alert to act`,
              value:
                seen.hoursToAct === null ? t`none was acted on` : `${seen.hoursToAct.toFixed(1)} h`,
            },
          ]}
        />
      </Panel>
      <Panel title={names.research} actions={<To path="/data-centre/releases">{t`Releases`}</To>}>
        <Facts
          facts={[
            { name: t`Releases`, value: formatCount(releases.length) },
            { name: t`The newest`, value: newest ? formatInstant(newest.builtAt) : t`never` },
          ]}
        />
      </Panel>
      <Panel title={names.basic}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          <To path="/data-centre/institutions/{-$institutionId}">{t`Institutions`}</To>
          <To path="/data-centre/jobs">{t`Jobs`}</To>
          <To path="/data-centre/code-tables">{t`Code tables`}</To>
          <To path="/data-centre/rules/{-$ruleId}">{t`Clinical rules`}</To>
          <To path="/data-centre/clients">{t`Data services`}</To>
          <To path="/privacy/audit">{t`Access audit`}</To>
        </Box>
      </Panel>
    </>
  );
}
