/** A projection as rows: each period as it came, as it is expected, and as it would have been expected. */
import type { Table } from '../../../asked.ts';

type Projection = Table['projections'][number];
type Label = Projection['periods'][number];

export type ProjectionRow = {
  /** Place of the line among those projected. */
  readonly line: number;
  readonly period: Label;
  readonly kind: 'OBSERVED' | 'EXPECTED' | 'HELD_BACK';
  readonly rate: number | null;
  readonly count: number | null;
  readonly percentError: number | null;
  readonly pValue: number | null;
};

export type ProjectionLine = {
  readonly of: Projection;
  /** The line's member on each axis but the periods. */
  readonly names: readonly Label[];
  /** By the places of the periods that were counted. */
  readonly observed: readonly (number | null)[];
  readonly rows: readonly ProjectionRow[];
};

/** Projections with the figures of their lines, in the table's order. */
export function linesOf({ axes, values, numerators, projections }: Table): ProjectionLine[] {
  const along = axes.findIndex(({ dimension }) => dimension === 'PERIOD');
  const periods = axes[along]?.labels ?? [];
  const others = axes.filter((_, i) => i !== along);
  return projections.map((of, line) => {
    const places = others.map(({ codes }, i) => codes.indexOf(of.codes[i] ?? ''));
    const cellAt = (period: number) => {
      const all = places.toSpliced(along, 0, period);
      return all.reduce((at, place, i) => at * (axes[i]?.codes.length ?? 1) + place, 0);
    };
    const none = { percentError: null, pValue: null };
    const observed = periods.map((_, i) => values[cellAt(i)] ?? null);
    const rows: ProjectionRow[] = [
      ...periods.map((period, i) => ({
        ...{ line, period, kind: 'OBSERVED' as const, rate: observed[i] ?? null },
        ...{ count: numerators[cellAt(i)] ?? null, ...none },
      })),
      ...of.heldBack.map(({ period, rate, expected, percentError, pValue }) => ({
        ...{ line, period, kind: 'HELD_BACK' as const, rate, count: expected },
        ...{ percentError, pValue },
      })),
      ...of.periods.map((period, i) => ({
        ...{ line, period, kind: 'EXPECTED' as const, rate: of.rates[i] ?? null },
        ...{ count: of.counts[i] ?? null, ...none },
      })),
    ];
    const names = others.flatMap(({ labels }, i) => labels[places[i] ?? -1] ?? []);
    return { of, names, observed, rows };
  });
}
