import type { QuasiIdentifier } from './quasi-identifiers.ts';

/** A place in the lattice of generalisations: a level of each quasi-identifier, in their order. */
export type Levels = readonly number[];

/**
 * What is lost of what the quasi-identifiers say, by their weights: 0 nothing, 1 everything. After Sweeney's precision (2002), but by
 * the square of a level: several somewhat coarser serve a study more than one left out.
 */
export const lossOf = (
  levels: Levels,
  of: readonly Pick<QuasiIdentifier, 'weight' | 'levels'>[],
): number => {
  const whole = of.reduce((sum, { weight }) => sum + weight, 0);
  return of.reduce(
    (sum, { weight, levels: all }, i) =>
      sum + (weight / whole) * ((levels[i] as number) / Math.max(1, all.length - 1)) ** 2,
    0,
  );
};

/**
 * Every combination of levels, the one that loses least first; of two that lose as much, the one whose first
 * quasi-identifiers are retained.
 */
export const latticeOf = (
  of: readonly Pick<QuasiIdentifier, 'weight' | 'levels'>[],
): readonly Levels[] => {
  const all = of.reduce<number[][]>(
    (nodes, { levels }) => nodes.flatMap((node) => levels.map((_, level) => [...node, level])),
    [[]],
  );
  const losses = new Map(all.map((node) => [node, lossOf(node, of)]));
  // Sorting keeps the order of equals: combinations came with the levels of the first quasi-identifiers rising last.
  return all.sort((a, b) => {
    const gap = (losses.get(a) as number) - (losses.get(b) as number);
    return Math.abs(gap) < 1e-12 ? 0 : gap;
  });
};
