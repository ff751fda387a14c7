import type { Figure, Words } from '../asked.ts';

/** A place along a chart: what is there, and between which limits it lies. */
export interface Mark {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface Series {
  /** Null of the only one. */
  readonly name: Words | null;
  /** One for each member along the chart. */
  readonly marks: readonly Mark[];
}

export interface Panel {
  /** Null of the only one. */
  readonly name: Words | null;
  readonly series: readonly Series[];
}

/** A figure as its chart draws it. */
export interface Drawing {
  /** Lines where members follow each other, else bars. */
  readonly kind: 'lines' | 'bars';
  readonly along: readonly Words[];
  readonly panels: readonly Panel[];
}

/** Dimensions whose members follow each other: a line between two of them means something. */
const RUNNING = new Set(['YEAR', 'PERIOD', 'AGE', 'FOLLOW_UP']);
/** Series that are told apart in one panel, and panels that are examined together. */
const MOST_SERIES = 6;
const MOST_PANELS = 24;

const joinedWords = (names: readonly Words[]): Words => ({
  en: names.map(({ en }) => en).join(' · '),
  zh: names.map(({ zh }) => zh).join(' · '),
});

/** Every choice of one member of each axis, the last fastest. */
const choices = (lengths: readonly number[]): number[][] =>
  lengths.reduce<number[][]>(
    (made, length) => made.flatMap((one) => Array.from({ length }, (_, i) => [...one, i])),
    [[]],
  );

const has = ({ marks }: Series): boolean => marks.some(({ value }) => value !== null);

/**
 * The first axis lies along the chart, the second is told by colours where it has few members, the others are panels. Null of
 * what a drawing would not make clearer: a single figure, too many panels, or nothing that may be shown.
 */
export const drawingOf = ({ axes, values, lower, upper }: Figure): Drawing | null => {
  const [along, second, ...others] = axes;
  if (along === undefined || values.length < 2) return null;
  const few = (second?.codes.length ?? 1) <= MOST_SERIES;
  const colours = few && second !== undefined ? [1] : [];
  const apart = axes.map((_, axis) => axis).slice(few ? 2 : 1);
  const lengthOf = (axis: number): number => axes[axis]?.codes.length ?? 1;
  if (others.length > 0 || !few)
    if (apart.reduce((product, axis) => product * lengthOf(axis), 1) > MOST_PANELS) return null;
  const cellAt = (places: ReadonlyMap<number, number>): number =>
    axes.reduce((cell, { codes }, axis) => cell * codes.length + (places.get(axis) ?? 0), 0);
  const nameOf = (members: readonly (readonly [number, number])[]): Words | null =>
    members.length === 0
      ? null
      : joinedWords(members.flatMap(([axis, member]) => axes[axis]?.labels[member] ?? []));
  const seriesAt = (fixed: readonly (readonly [number, number])[], members: number[]): Series => {
    const own = colours.map((axis, i) => [axis, members[i] ?? 0] as const);
    return {
      name: nameOf(own),
      marks: along.codes.map((_, place) => {
        const cell = cellAt(new Map([...fixed, ...own, [0, place]]));
        return {
          value: values[cell] ?? null,
          lower: lower[cell] ?? null,
          upper: upper[cell] ?? null,
        };
      }),
    };
  };
  const panels = choices(apart.map(lengthOf)).map((members): Panel => {
    const fixed = apart.map((axis, i) => [axis, members[i] ?? 0] as const);
    return {
      name: nameOf(fixed),
      series: choices(colours.map(lengthOf)).map((one) => seriesAt(fixed, one)),
    };
  });
  const retained = panels.filter(({ series }) => series.some(has));
  // Colours stay the same in all panels: a series is left out where no panel has it.
  const drawn = (retained[0]?.series ?? []).flatMap((_, i) =>
    retained.some(({ series }) => has(series[i] as Series)) ? [i] : [],
  );
  if (retained.length === 0) return null;
  const there = along.codes.map((_, place) =>
    retained.some(({ series }) => series.some(({ marks }) => marks[place]?.value != null)),
  );
  const running = RUNNING.has(along.dimension);
  // Nothing is drawn before the first and after the last that is shown; what is not known has no place in an order.
  const [first, last] = [there.indexOf(true), there.lastIndexOf(true)];
  const members = there.flatMap((shown, place) =>
    place >= first && place <= last && (along.codes[place] !== 'UNKNOWN' || (shown && !running))
      ? [place]
      : [],
  );
  return {
    kind: running ? 'lines' : 'bars',
    along: members.map((place) => along.labels[place] as Words),
    panels: retained.map(({ name, series }) => ({
      name,
      series: drawn.map((i) => {
        const { name: own, marks } = series[i] as Series;
        return { name: own, marks: members.map((place) => marks[place] as Mark) };
      }),
    })),
  };
};
