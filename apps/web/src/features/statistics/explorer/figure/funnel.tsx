/** An answer as a funnel plot, and what is said of it: where each place stands against what chance lets expect. */
import { useLingui } from '@lingui/react/macro';
import { type RefObject, useCallback } from 'react';
import type { ChartColumn } from '../../../../charts/chart-frame.tsx';
import type { LegendItem } from '../../../../charts/export/caption.ts';
import { FunnelPlot, type FunnelPoint } from '../../../../charts/funnel/funnel-plot.tsx';
import { Legend } from '../../../../charts/plot/tip.tsx';
import { useWidth } from '../../../../charts/use-width.ts';
import { okabeIto } from '../../../../design/palette.ts';
import { formatCount, spokenCount } from '../../../../format/quantity.ts';
import type { StatisticsFunnelStanding } from '../../../../graph/generated/graphql.ts';
import { useLabel } from '../../../../i18n/label.ts';
import type { Formats } from '../../answer/format.ts';
import type { Table } from '../../asked.ts';
import { standingWords } from '../../words.ts';
import type { CellRow } from './rows.ts';

export type Funnel = NonNullable<Table['funnel']>;

const beyond: Record<StatisticsFunnelStanding, FunnelPoint['beyond']> = {
  WITHIN: 0,
  BELOW_95: 1,
  ABOVE_95: 1,
  BELOW_998: 2,
  ABOVE_998: 2,
};
/** By how far out; shapes differ, so that colour does not stand alone. */
const marks = [
  { colour: okabeIto.blue, shape: 'circle' },
  { colour: okabeIto.orange, shape: 'diamond' },
  { colour: okabeIto.vermillion, shape: 'triangle' },
] as const;

/** Names of the marks, by how far out. */
const useMarkWords = (): readonly [string, string, string] => {
  const { t } = useLingui();
  return [t`within the limits`, t`outside 95%`, t`outside 99.8%`];
};

/** What files say of colours and lines. */
export function useFunnelLegend(): readonly LegendItem[] {
  const { t } = useLingui();
  const names = useMarkWords();
  return [
    ...marks.map(({ colour }, i): LegendItem => ({ words: names[i] ?? '', colour })),
    {
      words: t`all together; limits of 95% (dashed) and 99.8%`,
      colour: okabeIto.grey,
      mark: 'line',
    },
  ];
}

export function FunnelDrawn({
  name,
  table,
  funnel,
  formats,
  chart,
}: {
  name: string;
  table: Table;
  funnel: Funnel;
  formats: Formats;
  chart: RefObject<HTMLDivElement | null>;
}) {
  const { t, i18n } = useLingui();
  const label = useLabel();
  const markWords = useMarkWords();
  const [box, width] = useWidth();
  const [axis] = table.axes;
  const { curves, cells } = funnel;
  const between = (lower: number | null | undefined, upper: number | null | undefined) =>
    lower == null || upper == null ? '—' : `${formats.full(lower)} – ${formats.full(upper)}`;
  const points = funnel.standings.flatMap((standing, i): FunnelPoint[] => {
    const [share, cases] = [table.values[i], table.denominators[i]];
    if (standing === null || share == null || cases == null) return [];
    const out = beyond[standing];
    return [
      {
        code: axis?.codes[i] ?? '',
        name: label(axis?.labels[i]),
        ...{ share, cases, beyond: out, ...marks[out] },
        lines: [
          { name: t`Share`, text: formats.full(share) },
          { name: label(table.about.denominator), text: formatCount(cases) },
          { name: t`95% limits`, text: between(cells.lower95[i], cells.upper95[i]) },
          { name: t`99.8% limits`, text: between(cells.lower998[i], cells.upper998[i]) },
          { name: t`Against the limits`, text: i18n._(standingWords[standing]) },
        ],
      },
    ];
  });
  return (
    <>
      <Legend
        items={marks.map(({ colour, shape }, i) => ({
          name: markWords[i] ?? '',
          colour,
          dot: shape,
        }))}
      />
      <div ref={chart}>
        <div ref={box}>
          {width > 0 && (
            <FunnelPlot
              label={t`${name}: funnel plot. Arrow keys go from place to place; the table has the figures.`}
              width={Math.max(width, 200)}
              height={width < 500 ? 320 : 400}
              points={points}
              target={funnel.target}
              curves={{
                cases: known(curves.denominators),
                inner: [known(curves.lower95), known(curves.upper95)],
                outer: [known(curves.lower998), known(curves.upper998)],
              }}
              format={formats.tick}
              formatCases={(count) => spokenCount(count, i18n.locale)}
              axisWords={{
                share: label(table.about.unit),
                cases: label(table.about.denominator),
              }}
            />
          )}
        </div>
      </div>
    </>
  );
}

/** Curves have a limit everywhere. */
const known = (list: readonly (number | null)[]): number[] => list.filter((n) => n !== null);

/** What has to be known of a funnel, said in words: the target, who stands outside, and how far places differ at all. */
export function useFunnelNotes(): (table: Table, funnel: Funnel, formats: Formats) => string[] {
  const { t, i18n } = useLingui();
  const label = useLabel();
  return (table, funnel, formats) => {
    const target = formats.full(funnel.target);
    const dispersion = String(funnel.dispersion);
    const outside = funnel.standings.flatMap((standing, i) =>
      standing === null || standing === 'WITHIN'
        ? []
        : [`${label(table.axes[0]?.labels[i])} (${i18n._(standingWords[standing])})`],
    );
    const names = outside.join(i18n.locale === 'zh' ? '、' : ', ');
    return [
      outside.length === 0 ? t`No place stands outside the 95% limits.` : t`Outside: ${names}.`,
      t`The level line is all places together, ${target}. 95% of places stand between the dashed curves, and 99.8% between the others, if they differ by chance alone: exact binomial limits, of counts as shown.`,
      t`Dispersion ${dispersion}: about 1 where places differ by chance alone; where it is much more, examine what all of them have in common before any single one.`,
      ...(table.source.protection === 'MOVED'
        ? [
            t`The limits do not allow for the protection of counts: where cases are few, a place can stand outside by that alone.`,
          ]
        : []),
    ];
  };
}

/** What a table says of a funnel beside the figures. */
export function useFunnelColumns(): (
  funnel: Funnel,
  formats: Formats,
) => readonly ChartColumn<CellRow>[] {
  const { t, i18n } = useLingui();
  return useCallback(
    (funnel, formats) => {
      const { cells, standings } = funnel;
      const limit = (header: string, list: readonly (number | null)[]): ChartColumn<CellRow> => {
        const at = ({ places }: CellRow) => list[places[0] ?? 0] ?? null;
        return {
          header,
          align: 'right',
          cell: (row) => {
            const value = at(row);
            return value === null ? null : formats.full(value);
          },
          text: at,
          order: at,
        };
      };
      const standing = ({ places }: CellRow): string => {
        const stands = standings[places[0] ?? 0] ?? null;
        return stands === null ? '' : i18n._(standingWords[stands]);
      };
      return [
        { header: t`Against the limits`, cell: standing, text: standing },
        limit(t`Funnel 95%, lower`, cells.lower95),
        limit(t`Funnel 95%, upper`, cells.upper95),
        limit(t`Funnel 99.8%, lower`, cells.lower998),
        limit(t`Funnel 99.8%, upper`, cells.upper998),
      ];
    },
    [t, i18n],
  );
}
