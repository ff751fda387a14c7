/** The network as its data managers see it: who sends, who fell silent, who improved; and one institution's month. */
import { Trans, useLingui } from '@lingui/react/macro';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { AppLink } from '../../../design/links.tsx';
import { Tag } from '../../../design/marks.tsx';
import { PageHeader } from '../../../design/page.tsx';
import { Total } from '../../../design/paged-table.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { DataTable } from '../../../design/table/data-table.tsx';
import { addressOfSorting, type Column, sortingOfAddress } from '../../../design/table/model.ts';
import { tierWords } from '../../../design/words.ts';
import { formatCount, formatPercent } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { meQuery } from '../../../session/me.ts';
import { NetworkMap } from './map.tsx';
import { ReportOf } from './report.tsx';
import { type NetworkInstitution, readNetwork } from './requests.ts';

export function NetworkPage() {
  const { t } = useLingui();
  const { institutionId } = useParams({ strict: false }) as { institutionId?: string };
  const { data: me } = useQuery(meQuery);
  const query = useQuery({
    queryKey: ['network'],
    queryFn: ({ signal }) => readNetwork(signal),
  });
  if (query.isPending || me === undefined) return <LoadingRows rows={8} />;
  if (query.isError)
    return (
      <>
        <PageHeader title={t`Network`} />
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      </>
    );
  const { institutions, edits } = query.data;
  const chosen =
    me.institution === null ? institutions.find(({ id }) => id === institutionId) : institutions[0];
  if (chosen)
    return <ReportOf institution={chosen} edits={edits} national={me.institution === null} />;
  return <WholeNetwork institutions={institutions} />;
}

function WholeNetwork({ institutions }: { institutions: readonly NetworkInstitution[] }) {
  const { t } = useLingui();
  const [search] = useSearchState();
  const chosen = (search.province ?? '').split(',').filter((code) => code !== '');
  const shown =
    chosen.length === 0
      ? institutions
      : institutions.filter(({ regionCode }) => chosen.includes(regionCode));
  const silent = institutions.filter(({ rhythm }) => rhythm.silent).length;
  return (
    <>
      <PageHeader title={t`Network`} detail={<Total count={shown.length} />} />
      {silent > 0 && (
        <Alert severity="warning" sx={{ mb: 1.5 }}>
          <Trans>
            {silent} institutions fell silent: they sent nothing for more than twice the gap that
            nine of ten of their gaps of the last 180 days do not exceed, and for more than three
            days.
          </Trans>
        </Alert>
      )}
      {institutions.length === 0 ? (
        <Empty>
          <Trans>No institution is known</Trans>
        </Empty>
      ) : (
        <Box sx={BESIDE}>
          <NetworkMap institutions={institutions} chosen={chosen} />
          <NetworkTable institutions={shown} />
        </Box>
      )}
    </>
  );
}

/** The map beside the table where there is room, above it where there is none. */
const BESIDE = {
  display: 'grid',
  gap: 1.5,
  flexShrink: 0,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 2fr) minmax(0, 3fr)' },
  alignItems: 'start',
} as const;

/** Shares that differ by less are called the same. */
const SAME = 0.005;

const shareOf = (failed: number, received: number): number | null =>
  received === 0 ? null : failed / received;

function NetworkTable({ institutions }: { institutions: readonly NetworkInstitution[] }) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const [search, set] = useSearchState();
  const sorting = useMemo(() => sortingOfAddress(search.sort ?? '-state'), [search.sort]);
  const change = useCallback((i: NetworkInstitution): 'better' | 'worse' | 'same' | null => {
    const now = shareOf(i.failed, i.received);
    const before = shareOf(i.failedBefore, i.receivedBefore);
    if (now === null || before === null) return null;
    return now < before - SAME ? 'better' : now > before + SAME ? 'worse' : 'same';
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: t changes with the language, as the words do
  const columns = useMemo((): Column<NetworkInstitution>[] => {
    const words = { better: t`better`, worse: t`worse`, same: t`the same` };
    return [
      {
        id: 'name',
        header: t`Name`,
        width: 'minmax(200px, 2fr)',
        wraps: true,
        cell: (i) => (
          <AppLink
            to={'/data-centre/network/{-$institutionId}' as string}
            params={{ institutionId: i.id } as never}
            search={{} as never}
            preload={false}
          >
            {label({ en: i.nameEn, zh: i.nameZh })}
          </AppLink>
        ),
        order: (i) => label({ en: i.nameEn, zh: i.nameZh }),
      },
      {
        id: 'tier',
        header: t`Tier`,
        width: 'minmax(130px, 1fr)',
        yields: 3,
        cell: (i) => i18n._(tierWords[i.tier]),
        order: (i) => i.tier,
      },
      {
        id: 'state',
        header: t`State`,
        width: '154px',
        cell: ({ rhythm }) =>
          rhythm.silent ? (
            <Tag colour="#D55E00">{t`Silent`}</Tag>
          ) : rhythm.last === null ? (
            <Tag colour="#C3C9CE">{t`None in 180 days`}</Tag>
          ) : (
            <Tag colour="#009E73">{t`Sends`}</Tag>
          ),
        order: ({ rhythm }) => (rhythm.silent ? 2 : rhythm.last === null ? 1 : 0),
      },
      {
        id: 'last',
        header: t`Last received`,
        width: '120px',
        cell: ({ rhythm }) => rhythm.last ?? '—',
        order: ({ rhythm }) => rhythm.last,
      },
      {
        id: 'rhythm',
        header: t`Usual gap, days`,
        width: '130px',
        align: 'end',
        yields: 4,
        cell: ({ rhythm }) => (rhythm.usual === null ? '—' : formatCount(rhythm.usual)),
        order: ({ rhythm }) => rhythm.usual,
      },
      {
        id: 'received',
        header: t`Records, 30 days`,
        width: '130px',
        align: 'end',
        cell: (i) => formatCount(i.received),
        order: (i) => i.received,
      },
      {
        id: 'failed',
        header: t`Held or refused`,
        width: '130px',
        align: 'end',
        yields: 1,
        cell: (i) => {
          const share = shareOf(i.failed, i.received);
          return share === null ? '—' : formatPercent(share);
        },
        order: (i) => shareOf(i.failed, i.received),
      },
      {
        id: 'change',
        header: t`Than 30 days before`,
        width: '140px',
        yields: 2,
        cell: (i) => {
          const found = change(i);
          return found === null ? '—' : words[found];
        },
        order: (i) => change(i),
      },
    ];
  }, [t, change]);
  return (
    <Paper
      variant="outlined"
      sx={{
        height: { xs: 560, lg: 'max(560px, calc(100dvh - 130px))' },
        display: 'flex',
        overflow: 'hidden',
      }}
    >
      <DataTable
        label={t`Network`}
        columns={columns}
        rows={[...institutions]}
        rowKey={(i) => i.id}
        sorting={sorting}
        onSort={(next) => set({ sort: addressOfSorting(next) })}
      />
    </Paper>
  );
}
