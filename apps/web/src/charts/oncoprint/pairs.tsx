/** Which genes are altered together, and which exclude one another. */
import { useLingui } from '@lingui/react/macro';
import { SimpleTable } from '../../design/table/simple-table.tsx';
import { formatSmallP } from '../../format/p-value.ts';
import { formatCount } from '../../format/quantity.ts';
import type { StudyOncoprintQuery } from '../../graph/generated/graphql.ts';

type Pair = NonNullable<NonNullable<StudyOncoprintQuery['study']>['oncoprint']>['pairs'][number];

/** From this adjusted p-value on down a tendency is named. */
const NAMED = 0.05;

export function Pairs({ pairs }: { pairs: readonly Pair[] }) {
  const { t } = useLingui();
  const expected = ({ both, onlyFirst, onlySecond, neither }: Pair): number =>
    ((both + onlyFirst) * (both + onlySecond)) / (both + onlyFirst + onlySecond + neither);
  const tendency = (pair: Pair): string => {
    if (pair.adjusted > NAMED) return '—';
    return pair.both > expected(pair) ? t`Altered together` : t`Exclude one another`;
  };
  const count = (header: string, of: (pair: Pair) => number) => ({
    header,
    align: 'right' as const,
    cell: (pair: Pair) => formatCount(of(pair)),
    order: of,
  });
  return (
    <SimpleTable
      label={t`Genes together`}
      rows={pairs}
      rowKey={({ first, second }) => `${first} ${second}`}
      maxHeight={360}
      columns={[
        {
          header: t`Genes`,
          nowrap: true,
          cell: ({ first, second }) => (
            <em>
              {first} · {second}
            </em>
          ),
          order: ({ first, second }) => `${first} ${second}`,
        },
        count(t`Both`, ({ both }) => both),
        count(t`First alone`, ({ onlyFirst }) => onlyFirst),
        count(t`Second alone`, ({ onlySecond }) => onlySecond),
        count(t`Neither`, ({ neither }) => neither),
        {
          header: t`log₂ odds ratio`,
          align: 'right',
          cell: ({ logOddsRatio }) => logOddsRatio?.toFixed(2) ?? '—',
          order: ({ logOddsRatio }) => logOddsRatio ?? Number.NEGATIVE_INFINITY,
        },
        {
          header: t`p`,
          align: 'right',
          nowrap: true,
          cell: ({ pValue }) => formatSmallP(pValue),
          order: ({ pValue }) => pValue,
        },
        {
          header: t`p adjusted`,
          align: 'right',
          nowrap: true,
          cell: ({ adjusted }) => formatSmallP(adjusted),
          order: ({ adjusted }) => adjusted,
        },
        { header: t`Tendency`, leastWidth: 120, cell: tendency },
      ]}
    />
  );
}
