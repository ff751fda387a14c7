import { proportion } from '@nodp/biostatistics';
import { type Counted, type DisclosureRule, leavesOutFew } from '@nodp/disclosure';
import type { StatisticsDimension } from '../generated/resolvers.ts';
import type { Axis, EventCounts, Source } from '../sources/source.ts';
import { cellsIn, countedAt, protectedCells } from './cells.ts';
import { type Cell, type Columns, digits, type Material, noFigure } from './measure.ts';

/** A share in per cent of two counts as they are shown, so that it tells no more than they. */
export const shareCell = (part: number | null, of: number | null, { protection }: Source): Cell => {
  if (of === null) return noFigure('SUPPRESSED');
  if (part === null) return { ...noFigure('SUPPRESSED'), denominator: of };
  if (of === 0) return noFigure('TOO_FEW');
  // Each count is moved by itself: a part may be shown as more than its whole.
  const { estimate, lower, upper } = proportion(Math.min(part, of), of);
  const percent = (share: number) =>
    protection === 'MOVED' ? Number((100 * share).toFixed(1)) : digits(100 * share, null);
  return {
    state: 'SHOWN',
    value: percent(estimate),
    lower: percent(lower),
    upper: percent(upper),
    numerator: part,
    denominator: of,
  };
};

/** Cells of an inner axis put together in classes: the sets of a class are one set, part by part. */
const classCounts = (
  counts: EventCounts,
  cells: number,
  codes: readonly string[],
  classes: readonly (readonly string[])[],
): EventCounts => {
  const { parts } = counts;
  const length = cells * classes.length * parts;
  const sums = new Float64Array(length);
  const keys = counts.keys === null ? null : new Uint32Array(length);
  for (let cell = 0; cell < cells; cell++)
    classes.forEach((wanted, at) => {
      for (const code of wanted) {
        const place = codes.indexOf(code);
        // A source that does not tell all values apart has none of the others.
        if (place < 0) continue;
        const from = (cell * codes.length + place) * parts;
        const to = (cell * classes.length + at) * parts;
        for (let part = 0; part < parts; part++) {
          sums[to + part] = (sums[to + part] as number) + (counts.counts[from + part] as number);
          if (keys !== null && counts.keys !== null)
            keys[to + part] = (keys[to + part] as number) + (counts.keys[from + part] as number);
        }
      }
    });
  return { parts, sexes: 1, ages: 1, counts: sums, keys };
};

/** What a share is of, with those that are left out where they are a few: another share is of them all. */
const withFewLeft = (of: EventCounts, all: EventCounts, rule: DisclosureRule): EventCounts => {
  const { counts, keys } = of;
  const wider = all.keys;
  if (keys === null || wider === null) return of;
  const few = Array.from(counts, (count, i) =>
    leavesOutFew(
      { count, key: keys[i] as number },
      { count: all.counts[i] as number, key: wider[i] as number },
      rule,
    ),
  );
  return {
    ...of,
    counts: few.map((is, i) => (is ? all : of).counts[i] as number),
    keys: few.map((is, i) => (is ? wider : keys)[i] as number),
  };
};

/** What a share is of, and what of it. */
export interface ShareOf {
  readonly dimension: StatisticsDimension;
  /** The values counted above the line. */
  readonly part: readonly string[];
  /** The values besides them that are below it; all others are left out. */
  readonly rest: readonly string[];
}

/**
 * The share that some values of a dimension have of cases. The counted and the rest are a table whose total is shown, so
 * neither is shown where the other is too small; those that are left out are beside them.
 */
export const shareColumns = async (
  { source, question: { events, axes, chosen } }: Material,
  { dimension, part, rest }: ShareOf,
): Promise<Columns> => {
  const inner: Axis = { dimension, values: source.dimensions[dimension]?.values ?? [] };
  const codes = inner.values.map(({ code }) => code);
  const counts = await source.count({
    ...{ events, axes: [...axes, inner], chosen },
    ...{ sexes: false, ages: false, registered: false },
  });
  return sharesOfCounts(source, axes, counts, codes, { dimension, part, rest });
};

/** @param counts by the axes and by the codes of an inner one, each cell with the parts of what is chosen */
export const sharesOfCounts = (
  source: Source,
  axes: readonly Axis[],
  counts: EventCounts,
  codes: readonly string[],
  { dimension, part, rest }: ShareOf,
): Columns => {
  const cells = cellsIn(axes);
  const left = codes.filter((code) => ![...part, ...rest].includes(code));
  const classes = classCounts(counts, cells, codes, [part, rest, left]);
  const whole = withFewLeft(
    classCounts(counts, cells, codes, [[...part, ...rest]]),
    classCounts(counts, cells, codes, [codes]),
    source.rule,
  );
  const classAxis: Axis = {
    dimension,
    values: [part, rest, left].map((_, i) => ({ code: String(i), label: { en: '', zh: '' } })),
  };
  const all = (of: EventCounts, length: number): Counted[] =>
    Array.from({ length }, (_, cell) => countedAt(source, of, cell));
  const shown = protectedCells(source, [...axes, classAxis], all(classes, 3 * cells));
  const shownWhole = protectedCells(source, axes, all(whole, cells));
  return {
    cells: shownWhole.map((of, cell) =>
      shareCell(shown[3 * cell]?.value ?? null, of.value, source),
    ),
    counts: 4 * cells,
    population: null,
  };
};
