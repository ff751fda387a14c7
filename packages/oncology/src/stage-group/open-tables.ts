import type { Deciding } from './combinations.ts';
import type { StageTable } from './table.ts';

/** A table that a tumour may be staged by. */
export interface Asked {
  readonly chapter: string;
  readonly edition: number;
  readonly table: StageTable;
}

type OfTable = Asked & { readonly groups: readonly string[] };

const KEYS: readonly (readonly [string, (one: OfTable) => string])[] = [
  ['chapter', ({ chapter }) => chapter],
  ['edition', ({ edition }) => String(edition)],
  ['classification', ({ table }) => table.text.classification ?? ''],
];

/**
 * Of several tables that may be meant, what says which: chapter, edition or classification, each with the groups that its
 * tables make. Only what moves the group is named.
 */
export const decidingTables = (tables: readonly OfTable[]): readonly Deciding[] =>
  KEYS.flatMap(([on, keyOf]) => {
    const outcomes = [...Map.groupBy(tables, keyOf)].map(([value, of]) => ({
      value,
      groups: [...new Set(of.flatMap(({ groups }) => groups))].sort(),
    }));
    const said = new Set(outcomes.map(({ groups }) => groups.join()));
    return said.size < 2 ? [] : [{ on, outcomes }];
  });
