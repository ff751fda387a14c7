import { counted, type DisclosureRule, discloseTable, type Printed } from '@nodp/disclosure';
import { differenceOf } from './baseline-tests.ts';
import type { Overlap } from './overlap.ts';

/** Who is weighted: the cohort and the weight of each row of an overlap. */
interface Weighed {
  readonly group: Float64Array;
  readonly weight: Float64Array;
  readonly arms: number;
  /** The persons of some rows of the overlap, by their places. */
  readonly printedAt: (places: readonly number[]) => Printed;
}

/**
 * How unlike the cohorts are in each property before weighting and after it: the largest standardised difference (Austin 2009) of
 * any level's share between any two. Before, of the counts as they are shown; after, of these times the mean weight of the persons
 * at the level to the hundredth, so that it tells no more than they. Null where a level is hidden.
 */
export const balanceOf = (
  { rows, terms }: Overlap,
  { group, weight, arms, printedAt }: Weighed,
  rule: DisclosureRule,
) =>
  terms.map(({ term, retained }) => {
    const places = Array.from({ length: arms }, () => retained.map((): number[] => []));
    const levelAt = new Map(retained.map((level, place) => [level, place]));
    rows.forEach((i, place) => {
      const level = levelAt.get(term.codes[i] as number);
      if (level !== undefined) places[group[place] as number]?.[level]?.push(place);
    });
    const shown = places.map((of) =>
      discloseTable(
        of.map((each) => counted(printedAt(each), rule)),
        rule,
      ),
    );
    const counts = shown.map((of) => of.map(({ value }) => value ?? 0));
    const isWhole = shown.every((of) => of.every(({ suppressed }) => !suppressed));
    const means = places.map((of) =>
      of.map((each) =>
        Number(
          (
            each.reduce((sum, place) => sum + (weight[place] as number), 0) /
            Math.max(1, each.length)
          ).toFixed(2),
        ),
      ),
    );
    const after = counts.map((of, arm) =>
      of.map((count, level) => count * (means[arm]?.[level] ?? 1)),
    );
    return {
      name: term.name,
      before: isWhole ? differenceOf(counts, null) : null,
      after: isWhole ? differenceOf(after, null) : null,
      levels: retained.map((level, place) => ({
        label: term.levels[level] ?? { en: '', zh: '' },
        shares: after.map((of, arm) => ({
          before: isWhole ? shareOf(counts[arm] ?? [], place) : null,
          after: isWhole ? shareOf(of, place) : null,
        })),
      })),
    };
  });

const shareOf = (counts: readonly number[], place: number): number | null => {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total === 0 ? null : Number(((counts[place] ?? 0) / total).toFixed(3));
};
