import type { Alteration } from '../open/open-study.ts';
import { type GenePair, pairsOf } from './gene-pairs.ts';
import type { Units } from './units.ts';

/** Columns of an oncoprint at most: as many as can be told apart when it is scrolled. */
const MOST_COLUMNS = 10_000;

interface GeneRow {
  gene: string;
  /** Units with an alteration of the gene. */
  altered: number;
  /** Column of each alteration; a column with several stands several times. */
  column: number[];
  /** Kind of each alteration. */
  kind: Alteration[];
}

export interface Oncoprint {
  /** Units of the study, and those examined for alterations: shares are of these. */
  units: number;
  examined: number;
  /** Units with an alteration of any of the genes. */
  altered: number;
  /** Names of the units, column by column. */
  columns: string[];
  /** Columns of units that were not examined. */
  notExamined: number[];
  genes: GeneRow[];
  tracks: { attribute: string; value: (string | null)[] }[];
  pairs: GenePair[];
}

/** Order within a gene's row: what happened to a whole gene, then mutations by how much they change. */
const RANK: Readonly<Record<Alteration, number>> = {
  ...{ AMPLIFIED: 1, DELETED: 2, REARRANGED: 3 },
  ...{ TRUNCATING: 4, SPLICE: 5, INFRAME: 6, MISSENSE: 7, OTHER: 8 },
};
const NONE = 9;

/**
 * Units × genes as cBioPortal's OncoPrint orders them ("memo sort"): by the first gene's alteration, among equals by the
 * second's, and so on, so that exclusive genes make a staircase. Examined units without any come next, others last.
 *
 * @param genes HGNC symbols in the order of their rows
 * @param attributes tracks over the rows
 * @throws {RangeError} with the name of an attribute that the study does not have
 */
export const oncoprintOf = (
  units: Units,
  genes: readonly string[],
  attributes: readonly string[],
): Oncoprint => {
  const rows = genes.map((gene) => ({ gene, of: units.alterationsOf(gene) }));
  const ranks = rows.map(({ of }) => {
    const rank = new Uint8Array(units.names.length).fill(NONE);
    for (const [place, kinds] of of)
      rank[place] = Math.min(...[...kinds].map((kind) => RANK[kind]));
    return rank;
  });
  const order = [...units.names.keys()].sort((a, b) => {
    for (const rank of ranks) {
      const difference = (rank[a] ?? NONE) - (rank[b] ?? NONE);
      if (difference !== 0) return difference;
    }
    return Number(units.examined[b]) - Number(units.examined[a]) || a - b;
  });
  const shown = order.slice(0, MOST_COLUMNS);
  const columnOf = new Map(shown.map((place, column) => [place, column]));
  const altered = new Set(rows.flatMap(({ of }) => [...of.keys()]));
  return {
    units: units.names.length,
    examined: units.examined.filter(Boolean).length,
    altered: altered.size,
    columns: shown.map((place) => units.names[place] as string),
    notExamined: shown.flatMap((place, column) => (units.examined[place] ? [] : [column])),
    genes: rows.map(({ gene, of }) => {
      const marks = [...of].flatMap(([place, kinds]) => {
        const column = columnOf.get(place);
        return column === undefined ? [] : [...kinds].map((kind) => ({ column, kind }));
      });
      return {
        gene,
        altered: of.size,
        column: marks.map(({ column }) => column),
        kind: marks.map(({ kind }) => kind),
      };
    }),
    tracks: attributes.map((attribute) => {
      const values = units.valuesOf(attribute);
      return { attribute, value: shown.map((place) => values[place] ?? null) };
    }),
    pairs: pairsOf(units, rows),
  };
};
