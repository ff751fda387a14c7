/** Alterations of chosen genes in each cohort: shares of those tested, and a test of each gene. */
import { Trans, useLingui } from '@lingui/react/macro';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { geneSymbols } from '@nodp/terminology/genes';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { letterOf } from '../../../charts/curves/arms.tsx';
import { PickFilter } from '../../../design/filters/pick-filter.tsx';
import { useSearchState } from '../../../design/filters/search-state.ts';
import { Panel } from '../../../design/page.tsx';
import { Empty, ErrorPanel, LoadingRows } from '../../../design/states.tsx';
import { SimpleTable } from '../../../design/table/simple-table.tsx';
import { formatSmallP } from '../../../format/p-value.ts';
import { shortCount } from '../counts.tsx';
import type { Disclosed } from '../queries.ts';
import type { Compared } from './of-arms.tsx';
import { type Alterations, alterationsQuery } from './queries.ts';
import { testNames } from './words.tsx';

const choices = geneSymbols().map((gene) => ({ value: gene, words: gene }));
const known: ReadonlySet<string> = new Set(choices.map(({ value }) => value));
/** Genes of one question at most. */
const MOST = 40;

type Gene = Alterations['genes'][number];

export function AlterationsPanel({ comparison, chosen, rule }: Compared) {
  const { i18n, t } = useLingui();
  const [search] = useSearchState();
  const genes = (search.genes?.split(',') ?? []).filter((gene) => known.has(gene)).slice(0, MOST);
  const query = useQuery({
    ...alterationsQuery(comparison, genes),
    // Each gene is counts of the account's day: nothing is asked before somebody chooses.
    enabled: genes.length > 0,
    placeholderData: keepPreviousData,
  });
  const share = (count: Disclosed | undefined, tested: number | null | undefined): string => {
    if (!count) return '—';
    return count.value === null || !tested
      ? shortCount(count, rule)
      : `${shortCount(count, rule)} (${((100 * count.value) / tested).toFixed(1)}%)`;
  };
  return (
    <Panel
      flush
      title={<Trans>Alterations of genes</Trans>}
      detail={<Trans>persons, and shares of those in whom the gene was tested</Trans>}
    >
      <Box sx={{ display: 'flex', px: 2, py: 1 }}>
        <PickFilter label={t`Genes`} name="genes" choices={choices} />
      </Box>
      {genes.length === 0 ? (
        <Empty>
          <Trans>Choose genes to compare; each takes six counts or more of your day’s.</Trans>
        </Empty>
      ) : query.isPending ? (
        <LoadingRows rows={genes.length} />
      ) : query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : (
        <>
          <SimpleTable
            label={t`Alterations of genes`}
            rows={query.data?.genes ?? []}
            rowKey={({ gene }) => gene}
            columns={[
              { header: t`Gene`, cell: ({ gene }) => <em>{gene}</em>, order: ({ gene }) => gene },
              ...chosen.flatMap((_, place) => [
                {
                  header: t`${letterOf(place)} altered`,
                  align: 'right' as const,
                  cell: ({ altered, tested }: Gene) => share(altered[place], tested[place]),
                },
                {
                  header: t`${letterOf(place)} tested`,
                  align: 'right' as const,
                  cell: ({ tested }: Gene) => tested[place]?.toLocaleString('en') ?? '—',
                },
              ]),
              {
                header: t`p`,
                align: 'right',
                cell: ({ test }) =>
                  test ? `${formatSmallP(test.pValue)} (${i18n._(testNames[test.kind])})` : '—',
                order: ({ test }) => test?.pValue ?? Number.POSITIVE_INFINITY,
              },
              {
                header: t`p adjusted`,
                align: 'right',
                cell: ({ adjusted }) => (adjusted === null ? '—' : formatSmallP(adjusted)),
                order: ({ adjusted }) => adjusted ?? Number.POSITIVE_INFINITY,
              },
            ]}
          />
          <Typography
            variant="caption"
            component="p"
            sx={{ color: 'text.secondary', px: 2, py: 1 }}
          >
            <Trans>
              A gene counts as tested where a result says so; who was not tested is in no share.
              Tests are of the counts as they are shown, adjusted by Benjamini and Hochberg over
              these genes; there is none where more than a twentieth of those tested is hidden.
            </Trans>
          </Typography>
        </>
      )}
    </Panel>
  );
}
