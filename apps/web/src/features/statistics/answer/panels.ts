/** A cube as its chart draws it: panels, each of some series of cells. */
import type { AxisOf, Cell, Cube } from './cube.ts';
import type { Roles } from './roles.ts';

export type DrawnSeries<State extends string> = {
  readonly code: string;
  readonly name: string;
  /** One for each member along the chart. */
  readonly cells: readonly Cell<State>[];
};

export type DrawnPanel<State extends string> = {
  /** Names of what the panel is of; empty for the only one. */
  readonly name: string;
  readonly series: readonly DrawnSeries<State>[];
};

export type Drawing<Dimension extends string, State extends string> = {
  readonly along: AxisOf<Dimension> | null;
  readonly colour: AxisOf<Dimension> | null;
  readonly panels: readonly DrawnPanel<State>[];
};

/** Every choice of one member of each of these axes. */
const choices = (lengths: readonly number[]): number[][] =>
  lengths.reduce<number[][]>(
    (made, length) => made.flatMap((one) => Array.from({ length }, (_, i) => [...one, i])),
    [[]],
  );

export function drawingOf<Dimension extends string, State extends string>(
  { axes, at }: Cube<Dimension, State>,
  { along, colour, panels }: Roles,
): Drawing<Dimension, State> {
  const axis = (place: number | null) => (place === null ? null : (axes[place] ?? null));
  const of = panels.map((place) => axes[place]);
  const places = axes.map(() => 0);
  const cellAt = (chosen: readonly (readonly [place: number | null, member: number])[]) => {
    const here = [...places];
    for (const [place, member] of chosen) if (place !== null) here[place] = member;
    return at(here);
  };
  const [lying, told] = [axis(along), axis(colour)];
  const whole = choices(of.map((a) => a?.codes.length ?? 1)).map((members) => {
    const fixed = members.map((member, i) => [panels[i] ?? null, member] as const);
    return {
      name: members.map((member, i) => of[i]?.labels[member] ?? '').join(' · '),
      series: (told?.codes ?? ['']).map((code, c) => ({
        code,
        name: told?.labels[c] ?? '',
        cells: (lying?.codes ?? ['']).map((_, l) => cellAt([...fixed, [colour, c], [along, l]])),
      })),
    };
  });
  return withoutEmpty({ along: lying, colour: told, panels: whole });
}

/**
 * Without what has no figure to draw: colours and panels that have none at all, and members along the chart of whom there
 * can be none, or who are not known and have none. The table has them all, and says why.
 */
function withoutEmpty<Dimension extends string, State extends string>(
  drawing: Drawing<Dimension, State>,
): Drawing<Dimension, State> {
  const { along, panels } = drawing;
  const has = (cells: readonly Cell<State>[]) => cells.some(({ value }) => value !== null);
  const retained = panels.filter(({ series }) => series.some(({ cells }) => has(cells)));
  // Where nothing can be drawn, what was asked stands with the reason in each place.
  if (retained.length === 0) return drawing;
  const colours = (retained[0]?.series ?? []).flatMap((_, c) =>
    retained.some(({ series }) => has(series[c]?.cells ?? [])) ? [c] : [],
  );
  const members = (along?.codes ?? ['']).flatMap((code, l) => {
    const cells = retained.flatMap(({ series }) => series.flatMap((one) => one.cells[l] ?? []));
    const none = (state: State | 'ABSENT') => state === 'NOT_APPLICABLE' || state === 'ABSENT';
    const empty = code === 'UNKNOWN' ? !has(cells) : cells.every(({ state }) => none(state));
    return empty ? [] : [l];
  });
  const of = <Of>(all: readonly Of[], places: readonly number[]): Of[] =>
    places.flatMap((place) => all[place] ?? []);
  return {
    ...drawing,
    along: along && {
      ...along,
      codes: of(along.codes, members),
      labels: of(along.labels, members),
    },
    panels: retained.map(({ name, series }) => ({
      name,
      series: of(series, colours).map((one) => ({ ...one, cells: of(one.cells, members) })),
    })),
  };
}

/** Dimensions without an order of their own: their bars stand by size. */
const unordered = new Set<string>(['SITE', 'HISTOLOGY', 'PROVINCE', 'REGISTRY', 'INSTITUTION']);

/**
 * The members along the bars in the order in which they are drawn: by their highest value where they have no order of
 * their own, those that are not known last.
 */
export function barOrder<Dimension extends string, State extends string>({
  along,
  panels,
}: Drawing<Dimension, State>): number[] {
  const members = along?.codes.map((_, i) => i) ?? [0];
  if (!along || !unordered.has(along.dimension)) return members;
  const most = members.map((i) =>
    Math.max(
      ...panels.flatMap(({ series }) =>
        series.map(({ cells }) => cells[i]?.value ?? Number.NEGATIVE_INFINITY),
      ),
    ),
  );
  const unknown = (i: number) => Number(along.codes[i] === 'UNKNOWN');
  return members.sort((a, b) => {
    const size = (most[b] ?? 0) - (most[a] ?? 0);
    return unknown(a) - unknown(b) || (Number.isNaN(size) ? a - b : size) || a - b;
  });
}
