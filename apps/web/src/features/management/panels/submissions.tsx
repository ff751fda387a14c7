/** Data submitted by institutions: month by month, and by institution. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { ChartFrame } from '../../../charts/chart-frame.tsx';
import { okabeIto } from '../../../design/palette.ts';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { MonthsPlot } from '../../../figures/months-plot.tsx';
import { seenOf } from '../../../figures/seen.ts';
import { formatCount } from '../../../format/quantity.ts';
import { execute } from '../../../graph/execute.ts';
import { ReceivedDocument } from '../../../graph/generated/graphql.ts';
import { useLabel } from '../../../i18n/label.ts';
import { Note } from './note.tsx';
import { byInstitution, byMonth, type Month, type Sender, type Sent } from './received.ts';

/** National accounts see every institution; others their own, and the titles say whose it is. */
export function Submissions() {
  const { t } = useLingui();
  const label = useLabel();
  const query = useQuery({
    queryKey: ['received'],
    queryFn: async ({ signal }) => (await execute(ReceivedDocument, {}, signal)).institutions,
  });
  if (query.isPending) return <LoadingRows rows={6} />;
  if (query.isError) {
    return <ErrorPanel error={query.error} retry={() => void query.refetch()} />;
  }
  const { seen, all } = seenOf(query.data, (institution) => institution.receivedByMonth);
  const whose = all ? t`all institutions` : seen.map((sender) => label(sender.name)).join(', ');
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 7fr) minmax(0, 5fr)' },
        columnGap: 2,
        alignItems: 'start',
      }}
    >
      <Institutions senders={seen} whose={whose} />
      <Months senders={seen} whose={whose} />
    </Box>
  );
}

function Institutions({ senders, whose }: { senders: readonly Sender[]; whose: string }) {
  const { t } = useLingui();
  const label = useLabel();
  const chart = useRef<HTMLDivElement>(null);
  const name = t`Submissions by institution: ${whose}`;
  const rows = useMemo(() => byInstitution(senders), [senders]);
  const [first] = rows;
  const sum = rows.reduce((total, row) => total + row.submissions, 0);
  const silent = rows.filter((row) => row.submissions === 0).length;
  const few = rows.slice(0, 10);
  return (
    <ChartFrame
      title={name}
      name={name}
      chart={chart}
      rows={rows}
      columns={[
        {
          header: t`Institution`,
          cell: (r: Sent) => label(r.name),
          text: (r) => label(r.name),
          order: (r) => label(r.name),
        },
        {
          header: t`Region`,
          cell: (r) => label(r.region),
          text: (r) => label(r.region),
          order: (r) => label(r.region),
          nowrap: true,
        },
        {
          header: t`Submissions`,
          align: 'right',
          cell: (r) => formatCount(r.submissions),
          text: (r) => r.submissions,
          order: (r) => r.submissions,
        },
        {
          header: t`Records`,
          align: 'right',
          cell: (r) => formatCount(r.records),
          text: (r) => r.records,
          order: (r) => r.records,
        },
        {
          header: t`Last received`,
          cell: (r) => r.lastDay ?? '—',
          text: (r) => r.lastDay,
          order: (r) => r.lastDay,
          nowrap: true,
        },
      ]}
    >
      <Box aria-hidden="true" sx={{ ...line, ...head }}>
        <span />
        <span />
        <Box sx={end}>
          <Trans>Records</Trans>
        </Box>
        <Box sx={{ ...end, ...wideOnly }}>
          <Trans>Submissions</Trans>
        </Box>
        <Box sx={end}>
          <Trans>Last received</Trans>
        </Box>
      </Box>
      <Box ref={chart} component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {few.map((row) => (
          <Box component="li" key={row.id} sx={line}>
            <Box sx={{ lineHeight: 1.25, overflowWrap: 'anywhere' }}>{label(row.name)}</Box>
            <Box aria-hidden="true" sx={{ height: 12 }}>
              <Box
                sx={{
                  height: '100%',
                  borderRadius: '0 3px 3px 0',
                  bgcolor: okabeIto.blue,
                  width: `${(row.records / Math.max(first?.records ?? 0, 1)) * 100}%`,
                }}
              />
            </Box>
            <Box sx={end}>{formatCount(row.records)}</Box>
            <Box sx={{ ...end, ...wideOnly, color: 'text.secondary' }}>
              {formatCount(row.submissions)}
            </Box>
            <Box sx={{ ...end, color: 'text.secondary' }}>{row.lastDay ?? '—'}</Box>
          </Box>
        ))}
      </Box>
      {rows.length > 1 && (
        <Note>
          <Trans>
            {formatCount(sum)} submissions of {formatCount(rows.length)} institutions;{' '}
            {formatCount(silent)} sent nothing. The table lists all.
          </Trans>
        </Note>
      )}
    </ChartFrame>
  );
}

const line = {
  display: 'grid',
  gridTemplateColumns: {
    xs: 'minmax(0, 1fr) 14% 58px 78px',
    sm: 'minmax(0, 44%) 1fr 62px 78px 88px',
  },
  alignItems: 'center',
  columnGap: 1,
  minHeight: 25,
  fontSize: 13,
} as const;
const head = { fontSize: 11, fontWeight: 600, color: 'text.secondary' } as const;
const end = { textAlign: 'right' } as const;
const wideOnly = { display: { xs: 'none', sm: 'block' } } as const;

function Months({ senders, whose }: { senders: readonly Sender[]; whose: string }) {
  const { t } = useLingui();
  const chart = useRef<HTMLDivElement>(null);
  const name = t`Submissions by month: ${whose}`;
  const months = useMemo(() => byMonth(senders), [senders]);
  return (
    <ChartFrame
      title={name}
      name={name}
      chart={chart}
      rows={months}
      columns={[
        {
          header: t`Month`,
          cell: (m: Month) => m.month,
          text: (m) => m.month,
          nowrap: true,
          order: (m) => m.month,
        },
        {
          header: t`Submissions`,
          align: 'right',
          cell: (m) => formatCount(m.submissions),
          text: (m) => m.submissions,
          order: (m) => m.submissions,
        },
        {
          header: t`Records`,
          align: 'right',
          cell: (m) => formatCount(m.records),
          text: (m) => m.records,
          order: (m) => m.records,
        },
      ]}
    >
      <MonthsPlot months={months} name={name} chart={chart} height={240} />
    </ChartFrame>
  );
}
