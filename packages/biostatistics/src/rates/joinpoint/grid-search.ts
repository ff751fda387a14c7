import { BiostatisticsError } from '../../errors.ts';
import type { Candidates } from './candidates.ts';
import type { WeightedSeries } from './series.ts';

/** The places of the joins with the smallest residual sum of squares. */
export type BestJoins = {
  readonly joins: readonly number[];
  readonly residualSumOfSquares: number;
};

/** Finds the best joins for any response over the same years and weights. */
export type GridSearch = {
  readonly count: number;
  /** @param response √w·y, one a year */
  readonly best: (response: Float64Array) => BestJoins;
  /** The smallest residual sum of squares alone: what the permutation test needs. */
  readonly smallestResidual: (response: Float64Array) => number;
};

/** Above this many sets of joins a search would take minutes and gigabytes. */
const mostNodes = 8_000_000;

/**
 * Lerman's grid search (Appl Stat 1980;29:77) with everything that does not hang on the response
 * worked out once.
 *
 * With the line projected out, a set of joins τ₁ < … < τₖ lowers the residual sum of squares by
 * |v|², where L·v = b, b the products of the projected hinges (x − τ)⁺ with the response and L the
 * Cholesky factor of the hinges' own products. Sets sharing their first joins share the first rows
 * of L, so the sets form a tree; its rows are kept in the order of a depth-first walk. Trying one
 * set for a new response then costs one dot product of length k − 1 and no memory.
 *
 * @throws {BiostatisticsError} `too-few` when no set of joins fits the spacing; `out-of-range`
 *   when there are too many sets to try
 */
export function gridSearch(
  series: WeightedSeries,
  candidates: Candidates,
  count: number,
): GridSearch {
  const basis = lineBasis(series);
  if (count === 0) {
    return {
      count,
      best: (response) => ({ joins: [], residualSumOfSquares: lineResidual(basis, response) }),
      smallestResidual: (response) => lineResidual(basis, response),
    };
  }
  const hinges = projectedHinges(series, candidates, basis);
  const tree = growTree(hinges, candidates, count);
  const products = new Float64Array(hinges.length);

  /** Products of the projected hinges with the response, into `products`. */
  function project(response: Float64Array): void {
    for (const [c, hinge] of hinges.entries()) products[c] = dot(hinge, response);
  }

  return {
    count,
    smallestResidual(response) {
      project(response);
      return Math.max(0, lineResidual(basis, response) - walk(tree, products, count).gain);
    },
    best(response) {
      project(response);
      const { gain, leaf } = walk(tree, products, count);
      const joins = new Array<number>(count);
      for (let node = leaf, depth = count - 1; depth >= 0; node--) {
        if (tree.depths[node] !== depth) continue;
        joins[depth--] = candidates.years[tree.places[node] as number] as number;
      }
      return { joins, residualSumOfSquares: Math.max(0, lineResidual(basis, response) - gain) };
    },
  };
}

/**
 * Largest gain over all sets, and the leaf that has it. Written out for each depth (0 to 4: at most
 * five joins), because this is where a permutation test spends its time: four times as fast as a
 * loop over the row.
 */
function walk(tree: Tree, products: Float64Array, count: number): { gain: number; leaf: number } {
  const { depths, places, rows } = tree;
  const nodes = depths.length;
  const last = count - 1;
  let leaf = -1;
  let best = -1;
  let [v0, v1, v2, v3] = [0, 0, 0, 0];
  let [g0, g1, g2, g3] = [0, 0, 0, 0];
  let at = 0;
  for (let node = 0; node < nodes; node++) {
    const depth = depths[node] as number;
    const b = products[places[node] as number] as number;
    let gain: number;
    if (depth === 4) {
      const v =
        (b -
          (rows[at] as number) * v0 -
          (rows[at + 1] as number) * v1 -
          (rows[at + 2] as number) * v2 -
          (rows[at + 3] as number) * v3) *
        (rows[at + 4] as number);
      gain = g3 + v * v;
      at += 5;
    } else if (depth === 3) {
      v3 =
        (b -
          (rows[at] as number) * v0 -
          (rows[at + 1] as number) * v1 -
          (rows[at + 2] as number) * v2) *
        (rows[at + 3] as number);
      g3 = g2 + v3 * v3;
      gain = g3;
      at += 4;
    } else if (depth === 2) {
      v2 =
        (b - (rows[at] as number) * v0 - (rows[at + 1] as number) * v1) * (rows[at + 2] as number);
      g2 = g1 + v2 * v2;
      gain = g2;
      at += 3;
    } else if (depth === 1) {
      v1 = (b - (rows[at] as number) * v0) * (rows[at + 1] as number);
      g1 = g0 + v1 * v1;
      gain = g1;
      at += 2;
    } else {
      v0 = b * (rows[at] as number);
      g0 = v0 * v0;
      gain = g0;
      at += 1;
    }
    if (gain > best && depth === last) {
      best = gain;
      leaf = node;
    }
  }
  return { gain: best, leaf };
}

/** Two orthonormal vectors spanning √w and √w·x. */
function lineBasis({ years, rootWeights }: WeightedSeries): [Float64Array, Float64Array] {
  const constant = normalised(rootWeights);
  const slope = rootWeights.map((root, i) => root * ((years[i] as number) - (years[0] as number)));
  removeFrom(slope, constant);
  removeFrom(slope, constant);
  return [constant, normalised(slope)];
}

function lineResidual(basis: readonly Float64Array[], response: Float64Array): number {
  const rest = Float64Array.from(response);
  for (const vector of basis) removeFrom(rest, vector);
  return dot(rest, rest);
}

/** √w·(x − τ)⁺ with the line projected out, twice against rounding. */
function projectedHinges(
  { years, rootWeights }: WeightedSeries,
  candidates: Candidates,
  basis: readonly Float64Array[],
): Float64Array[] {
  return Array.from(candidates.years, (tau) => {
    const hinge = rootWeights.map((root, i) => root * Math.max(0, (years[i] as number) - tau));
    for (const vector of [...basis, ...basis]) removeFrom(hinge, vector);
    return hinge;
  });
}

type Tree = {
  /** 0 for first joins … count − 1 for leaves, depth first. */
  readonly depths: Uint8Array;
  /** Which candidate a node adds. */
  readonly places: Uint16Array;
  /** For each node its row of L: `depth` entries left of the diagonal, then 1/diagonal. */
  readonly rows: Float64Array;
};

function growTree(hinges: readonly Float64Array[], { next }: Candidates, count: number): Tree {
  const size = treeSize(next, count);
  const gram = hinges.map((a) => hinges.map((b) => dot(a, b)));
  const depths = new Uint8Array(size.nodes);
  const places = new Uint16Array(size.nodes);
  const rows = new Float64Array(size.entries);
  const factor = Array.from({ length: count }, () => new Float64Array(count));
  const chosen = new Int32Array(count);
  let node = 0;
  let at = 0;

  function grow(depth: number, from: number): void {
    for (let place = from; place < hinges.length; place++) {
      if (!canFinish(next, place, count - 1 - depth)) break;
      chosen[depth] = place;
      const row = factor[depth] as Float64Array;
      const products = gram[place] as number[];
      let pivot = products[place] as number;
      for (let i = 0; i < depth; i++) {
        const above = factor[i] as Float64Array;
        let sum = products[chosen[i] as number] as number;
        for (let m = 0; m < i; m++) sum -= (row[m] as number) * (above[m] as number);
        row[i] = sum / (above[i] as number);
        pivot -= (row[i] as number) ** 2;
        rows[at++] = row[i] as number;
      }
      // A hinge (nearly) explained by the earlier ones gains nothing.
      const usable = pivot > 1e-12 * (products[place] as number);
      row[depth] = usable ? Math.sqrt(pivot) : Infinity;
      rows[at++] = 1 / (row[depth] as number);
      depths[node] = depth;
      places[node++] = place;
      if (depth + 1 < count) grow(depth + 1, next[place] as number);
    }
  }
  grow(0, 0);
  return { depths, places, rows };
}

/** Numbers of nodes and of row entries; refuses what cannot be searched. */
function treeSize(next: Int32Array, count: number): { nodes: number; entries: number } {
  let nodes = 0;
  let entries = 0;
  let perPlace = new Float64Array(next.length).fill(1);
  // paths[d][c]: ways to reach candidate c as the (d + 1)-th join, counting only those that finish.
  for (let depth = 0; depth < count; depth++) {
    for (let place = 0; place < next.length; place++) {
      if (!canFinish(next, place, count - 1 - depth)) continue;
      nodes += perPlace[place] as number;
      entries += (perPlace[place] as number) * (depth + 1);
    }
    const following = new Float64Array(next.length);
    for (let place = 0; place < next.length; place++) {
      for (let later = next[place] as number; later < next.length; later++) {
        following[later] = (following[later] as number) + (perPlace[place] as number);
      }
    }
    perPlace = following;
  }
  if (nodes === 0) {
    throw new BiostatisticsError('too-few', 'years', `too short a series for ${count} joins`);
  }
  if (nodes > mostNodes) {
    throw new BiostatisticsError(
      'out-of-range',
      'joins',
      `${count} joins can stand in ${nodes.toExponential(1)} ways; ask for fewer joins or a coarser grid`,
    );
  }
  return { nodes, entries };
}

/** Can `more` joins still follow this one? */
function canFinish(next: Int32Array, place: number, more: number): boolean {
  let at = place;
  for (let step = 0; step < more; step++) {
    at = next[at] as number;
    if (at >= next.length) return false;
  }
  return true;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function removeFrom(values: Float64Array, unit: Float64Array): void {
  const share = dot(values, unit);
  for (let i = 0; i < values.length; i++) {
    values[i] = (values[i] as number) - share * (unit[i] as number);
  }
}

function normalised(values: Float64Array): Float64Array {
  const length = Math.sqrt(dot(values, values));
  return values.map((value) => value / length);
}
