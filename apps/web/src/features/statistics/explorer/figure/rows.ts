/** The cells of a cube as rows of a table, and the table's columns. */
import { useLingui } from '@lingui/react/macro';
import type { ChartColumn } from '../../../../charts/chart-frame.tsx';
import { formatCount, formatRate } from '../../../../format/quantity.ts';
import type {
  StatisticsCellState,
  StatisticsDimension,
} from '../../../../graph/generated/graphql.ts';
import { type Cell, type Cube, placesOf } from '../../answer/cube.ts';
import type { Formats } from '../../answer/format.ts';
import { useStateWords } from '../../answer/state-words.ts';

export type CellRow = {
  /** The member of each axis. */
  readonly places: readonly number[];
  readonly cell: Cell<StatisticsCellState>;
};

/** Every cell that a selection has. */
export const rowsOf = (cube: Cube<StatisticsDimension, StatisticsCellState>): CellRow[] =>
  [...placesOf(cube.axes)]
    .map((places) => ({ places, cell: cube.at(places) }))
    .filter(({ cell }) => cell.state !== 'ABSENT');

/** What the columns of figures are called. */
export type ColumnWords = {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  /** The names of the axes. */
  readonly axes: readonly string[];
};

export function useCellColumns(
  { axes }: Cube<StatisticsDimension, StatisticsCellState>,
  words: ColumnWords,
  formats: Formats,
): ChartColumn<CellRow>[] {
  const { t } = useLingui();
  const state = useStateWords();
  const number = (
    header: string,
    of: (cell: Cell<StatisticsCellState>) => number | null,
    format: (value: number) => string,
    otherwise: (cell: Cell<StatisticsCellState>) => string | null = () => null,
  ): ChartColumn<CellRow> => ({
    header,
    align: 'right',
    cell: ({ cell }) => {
      const value = of(cell);
      return value === null ? otherwise(cell) : format(value);
    },
    text: ({ cell }) => of(cell),
    order: ({ cell }) => of(cell),
  });
  // People are counted whole; expected numbers are not.
  const people = (value: number) =>
    Number.isInteger(value) || value >= 1000 ? formatCount(Math.round(value)) : formatRate(value);
  return [
    ...axes.flatMap((axis, a): ChartColumn<CellRow>[] => {
      const header = words.axes[a] ?? '';
      const member = ({ places }: CellRow) => places[a] ?? 0;
      return [
        {
          header,
          cell: (row) => axis.labels[member(row)],
          text: (row) => axis.labels[member(row)] ?? '',
          order: member,
        },
        ...(axis.dimension === 'SELECTION'
          ? []
          : [
              {
                header: t`${header}, code`,
                fileOnly: true,
                cell: () => null,
                text: (row: CellRow) => axis.codes[member(row)] ?? '',
              },
            ]),
      ];
    }),
    number(
      words.value,
      ({ value }) => value,
      formats.full,
      (cell) => state.short(cell.state),
    ),
    number(t`Lower 95% limit`, ({ lower }) => lower, formats.full),
    number(t`Upper 95% limit`, ({ upper }) => upper, formats.full),
    number(words.numerator, ({ numerator }) => numerator, people),
    number(words.denominator, ({ denominator }) => denominator, people),
    {
      header: t`State`,
      fileOnly: true,
      cell: () => null,
      text: ({ cell }) => state.explained(cell.state),
    },
  ];
}
