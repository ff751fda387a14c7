import type { SurvivalSets } from '@nodp/warehouse';
import type { Term } from './cox-design.ts';

/** Rows that can be weighted, with the levels of each term that are left. */
export interface Overlap {
  readonly rows: readonly number[];
  readonly terms: readonly { readonly term: Term; readonly retained: readonly number[] }[];
}

/**
 * The rows at levels that every cohort has enough persons at: where one has none, nobody of it can stand for the others'
 * (positivity). Levels are left out until every one that is left is as asked.
 * @param enough whether the persons of some rows are enough
 */
export const overlapOf = (
  { arm, row }: SurvivalSets,
  arms: number,
  terms: readonly Term[],
  enough: (rows: readonly number[]) => boolean,
): Overlap => {
  let rows = Array.from(row.keys());
  for (;;) {
    const dropped = new Set<string>();
    const retained = terms.map(({ levels, codes }, t) => {
      const at = levels.map(() => Array.from({ length: arms }, (): number[] => []));
      for (const i of rows) at[codes[i] as number]?.[arm[i] as number]?.push(i);
      return levels.flatMap((_, level) => {
        const own = at[level] ?? [];
        if (own.every((of) => of.length === 0)) return [];
        if (own.every(enough)) return [level];
        dropped.add(`${t} ${level}`);
        return [];
      });
    });
    if (dropped.size === 0)
      return { rows, terms: terms.map((term, t) => ({ term, retained: retained[t] ?? [] })) };
    rows = rows.filter((i) => terms.every(({ codes }, t) => !dropped.has(`${t} ${codes[i]}`)));
  }
};

/** Indicators of the levels of each term but its first, as a regression takes them. */
export const indicatorsOf = ({ rows, terms }: Overlap): Float64Array[] =>
  terms.flatMap(({ term, retained }) =>
    retained
      .slice(1)
      .map((level) => Float64Array.from(rows, (i) => (term.codes[i] === level ? 1 : 0))),
  );
