/** The institutions of the network. */
import { Trans, useLingui } from '@lingui/react/macro';
import Paper from '@mui/material/Paper';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchState } from '../../design/filters/search-state.ts';
import { useInstitutionColumns } from '../../design/institution-columns.tsx';
import { PageHeader } from '../../design/page.tsx';
import { Total } from '../../design/paged-table.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { DataTable } from '../../design/table/data-table.tsx';
import { addressOfSorting, sortingOfAddress } from '../../design/table/model.ts';
import { execute } from '../../graph/execute.ts';
import { InstitutionsDocument } from '../../graph/generated/graphql.ts';

export function InstitutionsPage() {
  const { t } = useLingui();
  const query = useQuery({
    queryKey: ['institutions'],
    queryFn: async ({ signal }) => (await execute(InstitutionsDocument, {}, signal)).institutions,
  });
  const [search, set] = useSearchState();
  const sorting = useMemo(() => sortingOfAddress(search.sort ?? 'tier'), [search.sort]);
  const columns = useInstitutionColumns();
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
        <Paper
          variant="outlined"
          sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
        >
          <DataTable
            label={t`Institutions`}
            columns={columns}
            rows={query.data}
            rowKey={(institution) => institution.id}
            sorting={sorting}
            onSort={(next) => set({ sort: addressOfSorting(next) })}
          />
        </Paper>
      )}
    </>
  );
}
