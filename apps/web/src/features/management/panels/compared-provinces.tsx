/** Provinces chosen stand side by side: what they have in common is told apart from where they differ. */
import { Trans, useLingui } from '@lingui/react/macro';
import { provinceOf } from '@nodp/terminology/provinces';
import { useQueries } from '@tanstack/react-query';
import { Panel } from '../../../design/page.tsx';
import { ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { type SimpleColumn, SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatCount, formatPercent, formatRate } from '../../../format/quantity.ts';
import { useLabel } from '../../../i18n/label.ts';
import { useFigureColumns } from '../figures.tsx';
import { figureOf, figureOfSurvival } from '../measure.ts';
import { overviewQuery, type Statistics } from '../overview.ts';
import type { Request } from '../request.ts';
import { type Compared, ComparedYears } from './compared-years.tsx';

/** Provinces that stand in one table; of more the map is the better picture. */
const most = 8;

export function ComparedProvinces({
  statistics,
  request,
}: {
  statistics: Statistics;
  request: Request;
}) {
  const { t } = useLingui();
  const label = useLabel();
  const codes = request.provinces.slice(0, most);
  const left = request.provinces.length - codes.length;
  const queries = useQueries({
    queries: codes.map((code) => overviewQuery({ ...request, provinces: [code] })),
  });
  const columns = useFigureColumns();
  const failed = queries.find((query) => query.isError);
  const rows: Compared[] = queries.flatMap(({ data, isPlaceholderData }, i) =>
    data && !isPlaceholderData
      ? [{ name: label(provinceOf(codes[i] ?? '')?.label), statistics: data.statistics }]
      : [],
  );
  const survived = (header: string, at: 'at1' | 'at3' | 'at5'): SimpleColumn<Compared>[] =>
    columns(
      header,
      (row: Compared) => figureOfSurvival(row.statistics.survival?.[at] ?? null),
      formatPercent,
      true,
    ).filter((column) => !column.fileOnly);
  return (
    <>
      <Panel
        flush
        title={<Trans>The provinces chosen, side by side</Trans>}
        detail={
          left > 0 && (
            <Trans>
              the first {most}; {left} more are in the table of the map
            </Trans>
          )
        }
      >
        {failed ? (
          <ErrorPanel error={failed.error} retry={() => void failed.refetch()} />
        ) : rows.length < codes.length ? (
          <LoadingRows rows={codes.length} />
        ) : (
          <SimpleTable
            label={t`The provinces chosen, side by side`}
            rows={[...rows, { name: t`Together`, statistics }]}
            rowKey={(row) => row.name}
            columns={[
              { header: t`Province of residence`, cell: (row: Compared) => row.name, nowrap: true },
              ...columns(
                t`Cases`,
                (row: Compared) => figureOf(row.statistics, 'cases'),
                formatCount,
              ),
              ...columns(
                t`Crude rate`,
                (row: Compared) => figureOf(row.statistics, 'crude'),
                formatRate,
                true,
              ),
              ...columns(
                t`Age-standardised rate`,
                (row: Compared) => figureOf(row.statistics, 'ageStandardised'),
                formatRate,
                true,
              ),
              ...survived(t`1-year survival`, 'at1'),
              ...survived(t`3-year survival`, 'at3'),
              ...survived(t`5-year survival`, 'at5'),
            ]
              .filter((column) => !('fileOnly' in column && column.fileOnly))
              .map((column) => ({ ...column, order: undefined }))}
          />
        )}
      </Panel>
      {rows.length === codes.length && <ComparedYears provinces={rows} request={request} />}
    </>
  );
}
