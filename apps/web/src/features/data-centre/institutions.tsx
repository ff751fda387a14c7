/** The institutions with what they sent, month by month. */
import { Trans, useLingui } from '@lingui/react/macro';
import Paper from '@mui/material/Paper';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useSearchState } from '../../design/filters/search-state.ts';
import { useInstitutionColumns } from '../../design/institution-columns.tsx';
import { AppLink } from '../../design/links.tsx';
import { NoPermission } from '../../design/no-permission.tsx';
import { PageHeader } from '../../design/page.tsx';
import { Total } from '../../design/paged-table.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { DataTable } from '../../design/table/data-table.tsx';
import { addressOfSorting, type Column, sortingOfAddress } from '../../design/table/model.ts';
import { seenOf } from '../../figures/seen.ts';
import { formatCount } from '../../format/quantity.ts';
import { execute } from '../../graph/execute.ts';
import { InstitutionsWithSubmissionsDocument } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';
import { MonthlySubmissions } from './monthly-submissions.tsx';
import type { Institution } from './submission.ts';

export function InstitutionsPage() {
  const { t } = useLingui();
  const { institutionId } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['institutions-with-submissions'],
    queryFn: async ({ signal }) =>
      (await execute(InstitutionsWithSubmissionsDocument, {}, signal)).institutions,
  });
  const chosen = query.data?.find((i) => i.id === institutionId);
  const everything = seenOf(query.data ?? [], (i) => i.submissionsByMonth);
  const shown = chosen ? seenOf([chosen], (i) => i.submissionsByMonth) : everything;
  return (
    <>
      <PageHeader title={t`Institutions`} detail={<Total count={query.data?.length} />} />
      {query.isPending ? (
        <LoadingRows rows={8} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : query.data.length === 0 ? (
        <Empty>
          <Trans>No institution is known</Trans>
        </Empty>
      ) : (
        <>
          <MonthlySubmissions seen={shown.seen} all={everything.all} chosen={chosen} />
          <InstitutionTable institutions={query.data} />
        </>
      )}
    </>
  );
}

function InstitutionTable({ institutions }: { institutions: Institution[] }) {
  const { t } = useLingui();
  const label = useLabel();
  const [search, set] = useSearchState();
  const sorting = useMemo(() => sortingOfAddress(search.sort ?? 'tier'), [search.sort]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: t changes with the language, as labels do
  const name = useCallback(
    (i: Institution) => (
      <AppLink
        to="/data-centre/institutions/{-$institutionId}"
        params={{ institutionId: i.id }}
        search={(former) => former}
        preload={false}
      >
        {label(i.name)}
      </AppLink>
    ),
    [t],
  );
  const shared = useInstitutionColumns<Institution>(name);
  const columns = useMemo((): Column<Institution>[] => {
    const sum = (i: Institution, what: 'submissions' | 'records') =>
      i.submissionsByMonth?.reduce((total, month) => total + month[what], 0) ?? null;
    const count = (value: number | null) =>
      value === null ? <NoPermission /> : formatCount(value);
    return [
      ...shared,
      {
        id: 'submissions',
        header: t`Submissions`,
        width: '140px',
        align: 'end',
        cell: (i) => count(sum(i, 'submissions')),
        order: (i) => sum(i, 'submissions'),
      },
      {
        id: 'records',
        header: t`Records`,
        width: '140px',
        align: 'end',
        cell: (i) => count(sum(i, 'records')),
        order: (i) => sum(i, 'records'),
      },
    ];
  }, [shared, t]);
  return (
    <Paper
      variant="outlined"
      sx={{ flex: 1, minHeight: 260, display: 'flex', flexDirection: 'column' }}
    >
      <DataTable
        label={t`Institutions`}
        columns={columns}
        rows={institutions}
        rowKey={(i) => i.id}
        sorting={sorting}
        onSort={(next) => set({ sort: addressOfSorting(next) })}
      />
    </Paper>
  );
}
