import { adjustPValues, fisherExactPValue } from '@nodp/biostatistics';
import type { Units } from './units.ts';

/** Two genes, and whether units altered in one are more or less often altered in the other. */
export interface GenePair {
  readonly first: string;
  readonly second: string;
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
  /** Base 2; above 0 they occur together, below 0 they exclude one another; null where a cell is 0. */
  readonly logOddsRatio: number | null;
  /** Fisher's exact test, two-sided. */
  readonly pValue: number;
  /** Benjamini and Hochberg's, over all pairs. */
  readonly adjusted: number;
}

/** Units of a pair by which of the two is altered. */
export type PairCells = Omit<GenePair, 'logOddsRatio' | 'pValue' | 'adjusted'>;

/** Tests every pair; the least p-value first. */
export const testedPairs = (all: readonly PairCells[]): GenePair[] => {
  const pairs = all.map((cells) => {
    const { both, onlyFirst, onlySecond, neither } = cells;
    const isZero = both * neither * onlyFirst * onlySecond === 0;
    return {
      ...cells,
      logOddsRatio: isZero ? null : Math.log2((both * neither) / (onlyFirst * onlySecond)),
      pValue: fisherExactPValue([
        [both, onlyFirst],
        [onlySecond, neither],
      ]),
    };
  });
  const adjusted = adjustPValues(
    pairs.map(({ pValue }) => pValue),
    'benjamini-hochberg',
  );
  return pairs
    .map((pair, i) => ({ ...pair, adjusted: adjusted[i] as number }))
    .toSorted((a, b) => a.pValue - b.pValue);
};

/** Every pair of the rows, over examined units; the least p-value first. */
export const pairsOf = (
  units: Units,
  rows: readonly { readonly gene: string; readonly of: ReadonlyMap<number, unknown> }[],
): GenePair[] => {
  const examined = units.examined.filter(Boolean).length;
  return testedPairs(
    rows.flatMap((first, i) =>
      rows.slice(i + 1).map((second) => {
        const both = [...first.of.keys()].filter((place) => second.of.has(place)).length;
        const onlyFirst = first.of.size - both;
        const onlySecond = second.of.size - both;
        const neither = examined - both - onlyFirst - onlySecond;
        return { first: first.gene, second: second.gene, both, onlyFirst, onlySecond, neither };
      }),
    ),
  );
};
