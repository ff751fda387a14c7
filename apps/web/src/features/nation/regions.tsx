/** The country's divisions with their inhabitants, and which are under population-based registration. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSearchState } from '../../design/filters/search-state.ts';
import { PageHeader } from '../../design/page.tsx';
import { Total } from '../../design/paged-table.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../design/states.tsx';
import { DataTable } from '../../design/table/data-table.tsx';
import { addressOfSorting, type Column, sortingOfAddress } from '../../design/table/model.ts';
import { formatCount, formatPercent } from '../../format/quantity.ts';
import { execute } from '../../graph/execute.ts';
import { type RegionRegisteredFragment, RegionsDocument } from '../../graph/generated/graphql.ts';
import { useLabel } from '../../i18n/label.ts';

/** Inhabitants at the latest census that counted them. */
const latestPopulation = (region: RegionRegisteredFragment) => region.populations[0] ?? null;

/** The registry that covers it now. */
const latestRegistration = (region: RegionRegisteredFragment) => region.registrations[0] ?? null;

export function RegionsPage() {
  const { t } = useLingui();
  const query = useQuery({
    queryKey: ['regions'],
    queryFn: async ({ signal }) => (await execute(RegionsDocument, {}, signal)).regions,
  });
  const [search, set] = useSearchState();
  const sorting = useMemo(() => sortingOfAddress(search.sort ?? 'code'), [search.sort]);
  const columns = useRegionColumns();
  return (
    <>
      <PageHeader title={t`Regions`} detail={<Total count={query.data?.length} />} />
      {query.isPending ? (
        <LoadingRows rows={12} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : query.data.length === 0 ? (
        <Empty>
          <Trans>No region is known</Trans>
        </Empty>
      ) : (
        <Paper
          variant="outlined"
          sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}
        >
          <DataTable
            label={t`Regions`}
            columns={columns}
            rows={query.data}
            rowKey={(region) => region.code}
            sorting={sorting}
            onSort={(next) => set({ sort: addressOfSorting(next) })}
          />
        </Paper>
      )}
    </>
  );
}

function useRegionColumns(): Column<RegionRegisteredFragment>[] {
  const { t } = useLingui();
  const label = useLabel();
  // biome-ignore lint/correctness/useExhaustiveDependencies: t changes with the language, as labels do
  return useMemo(
    () => [
      {
        id: 'name',
        header: t`Name`,
        width: 'minmax(180px, 2fr)',
        cell: (r) => label(r.name),
        order: (r) => label(r.name),
      },
      {
        id: 'code',
        header: t`Code (GB/T 2260)`,
        width: 'minmax(120px, 1fr)',
        cell: (r) => r.code,
        order: (r) => r.code,
      },
      {
        id: 'persons',
        header: t`Inhabitants (persons)`,
        width: 'minmax(150px, 1fr)',
        align: 'end',
        cell: (r) => {
          const population = latestPopulation(r);
          return population ? formatCount(population.persons) : '—';
        },
        order: (r) => latestPopulation(r)?.persons ?? null,
      },
      {
        id: 'year',
        header: t`Census`,
        width: '90px',
        align: 'end',
        cell: (r) => latestPopulation(r)?.year ?? '—',
      },
      {
        id: 'registered',
        header: t`Registered`,
        width: 'minmax(110px, 0.8fr)',
        cell: (r) => {
          const registration = latestRegistration(r);
          if (registration === null)
            return (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                <Trans>not registered</Trans>
              </Box>
            );
          const { firstYear, lastYear } = registration;
          return firstYear === lastYear ? firstYear : `${firstYear}–${lastYear}`;
        },
        order: (r) => latestRegistration(r)?.lastYear ?? null,
      },
      {
        id: 'personYears',
        header: t`Person-years`,
        wideOnly: true,
        width: 'minmax(120px, 1fr)',
        align: 'end',
        cell: (r) => {
          const registration = latestRegistration(r);
          return registration ? (
            <span title={`${registration.lastYear}; ${label(registration.source)}`}>
              {formatCount(Math.round(registration.personYears))}
            </span>
          ) : (
            '—'
          );
        },
        order: (r) => latestRegistration(r)?.personYears ?? null,
      },
      {
        id: 'completeness',
        header: t`Completeness`,
        width: '120px',
        align: 'end',
        cell: (r) => {
          const registration = latestRegistration(r);
          return registration ? formatPercent(registration.completeness) : '—';
        },
        order: (r) => latestRegistration(r)?.completeness ?? null,
      },
      {
        id: 'source',
        header: t`Source`,
        wideOnly: true,
        width: 'minmax(160px, 2fr)',
        cell: (r) => {
          const population = latestPopulation(r);
          if (population === null) return '—';
          const source = label(population.source);
          return <span title={source}>{source}</span>;
        },
      },
    ],
    [t],
  );
}
