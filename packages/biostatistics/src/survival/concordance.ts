import { finite, type Numbers } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import type { CoxModel } from './cox/model.ts';
import { type Arranged, arrange } from './data/arrange.ts';
import { asFloat64, checkCodes, type SurvivalInput } from './data/input.ts';
import { ascendingOrder, partition } from './data/order.ts';
import { peopleOf } from './data/sorted-people.ts';
import { WeightTree } from './weight-tree.ts';

export interface ConcordanceInput extends SurvivalInput {
  /** Predicted risk: greater means an earlier event is expected. Length n. */
  readonly risk: Numbers;
  /** Pairs are formed within strata only: numbers from 0. */
  readonly strata?: Numbers | undefined;
  /** Rows that belong together, for the standard error: numbers from 0. */
  readonly cluster?: Numbers | undefined;
}

export interface Concordance {
  /** (concordant + tied risk / 2) / comparable pairs. */
  readonly concordance: number;
  readonly standardError: number;
  /** Weighted numbers of pairs. */
  readonly concordant: number;
  readonly discordant: number;
  readonly tiedRisk: number;
}

/**
 * Harrell's concordance (Harrell, Lee & Mark 1996) with the infinitesimal-jackknife standard error
 * of R's `concordance` (Therneau & Watson 2015): a pair is comparable when one has the event while
 * the other is at risk and stays free of it (censored at that very time included; two events at one
 * time are not compared); it is concordant when the one with the event had the greater risk.
 *
 * With Cᵢ, Dᵢ, Tᵢ the weights of concordant, discordant and tied pairs that row i is part of and N
 * all comparable pairs, the variance is Σ_c (Σ_{i∈c} wᵢ [(Cᵢ − Dᵢ) − (Cᵢ + Dᵢ + Tᵢ) s] / 2N)²,
 * s = (C − D)/N. O(n log n), with a Fenwick tree of weights by rank of risk.
 *
 * @throws {BiostatisticsError} see `checkInput`; `too-few` when no pair is comparable
 */
export function concordance(input: ConcordanceInput): Concordance {
  const people = peopleOf(input);
  const { n } = people.checked;
  if (input.risk.length !== n) {
    throw new BiostatisticsError(
      'lengths-differ',
      'risk',
      `has ${input.risk.length} values for ${n} rows`,
    );
  }
  finite('risk', input.risk);
  const strata = input.strata && checkCodes('strata', input.strata, n);
  const data = arrange(people, strata);
  const risk = asFloat64(input.risk);
  const byPosition = new Float64Array(data.row.length);
  for (let p = 0; p < byPosition.length; p++) byPosition[p] = risk[data.row[p] as number] as number;
  return ofArranged(data, byPosition, input.cluster);
}

/** Concordance of a Cox model's own linear predictor, in its strata and with its weights. */
export function coxConcordance(
  model: CoxModel,
  options: { readonly cluster?: Numbers | undefined } = {},
): Concordance {
  return ofArranged(model.design.people, model.eta, options.cluster);
}

function ofArranged(data: Arranged, risk: Float64Array, cluster: Numbers | undefined): Concordance {
  const { n, row, starts } = data;
  // Per row: weight of concordant − discordant, and of all comparable, pairs it is part of.
  const balance = new Float64Array(row.length);
  const pairs = new Float64Array(row.length);
  const totals = { concordant: 0, discordant: 0, tiedRisk: 0 };
  const rank = denseRanks(risk, starts);
  for (let s = 0; s + 1 < starts.length; s++) {
    asTheOneWithTheEvent(data, s, rank, balance, pairs, totals);
    asTheOther(data, s, rank, balance, pairs);
  }
  const comparable = totals.concordant + totals.discordant + totals.tiedRisk;
  if (!(comparable > 0)) {
    throw new BiostatisticsError('too-few', 'event', 'no two people can be compared');
  }
  const somers = (totals.concordant - totals.discordant) / comparable;
  const codes = cluster === undefined ? undefined : checkCodes('cluster', cluster, n);
  const sums = codes === undefined ? undefined : new Float64Array(codes.count);
  let variance = 0;
  for (let p = 0; p < row.length; p++) {
    const w = data.weight === undefined ? 1 : (data.weight[p] as number);
    const influence =
      (w * ((balance[p] as number) - (pairs[p] as number) * somers)) / (2 * comparable);
    if (sums === undefined || codes === undefined) {
      variance += influence * influence;
    } else {
      const c = codes.of[row[p] as number] as number;
      sums[c] = (sums[c] as number) + influence;
    }
  }
  sums?.forEach((sum) => {
    variance += sum * sum;
  });
  return { concordance: (somers + 1) / 2, standardError: Math.sqrt(variance), ...totals };
}

/** Last to first: each event against everybody at risk who stays free of it. */
function asTheOneWithTheEvent(
  { time, event, entry, byEntry, weight, starts }: Arranged,
  stratum: number,
  rank: Uint32Array,
  balance: Float64Array,
  pairs: Float64Array,
  totals: { concordant: number; discordant: number; tiedRisk: number },
): void {
  const first = starts[stratum] as number;
  const end = starts[stratum + 1] as number;
  const tree = new WeightTree(end - first);
  const weightOf = (p: number) => (weight === undefined ? 1 : (weight[p] as number));
  let q = end - 1;
  for (let p = end - 1; p >= first; ) {
    const t = time[p] as number;
    let from = p;
    while (from > first && time[from - 1] === t) from--;
    let died = 0;
    for (let j = from; j <= p; j++) {
      if (event[j] === 0) tree.add(rank[j] as number, weightOf(j));
      else died++;
    }
    if (died > 0) {
      if (entry !== undefined && byEntry !== undefined) {
        for (; q >= first && (entry[byEntry[q] as number] as number) >= t; q--) {
          const late = byEntry[q] as number;
          tree.add(rank[late] as number, -weightOf(late));
        }
      }
      for (let j = from; j <= p; j++) {
        if (event[j] === 0) continue;
        const r = rank[j] as number;
        const lower = tree.below(r);
        const equal = tree.at(r);
        const higher = tree.total - lower - equal;
        balance[j] = (balance[j] as number) + lower - higher;
        pairs[j] = (pairs[j] as number) + tree.total;
        totals.concordant += weightOf(j) * lower;
        totals.discordant += weightOf(j) * higher;
        totals.tiedRisk += weightOf(j) * equal;
      }
      for (let j = from; j <= p; j++) {
        if (event[j] !== 0) tree.add(rank[j] as number, weightOf(j));
      }
    }
    p = from - 1;
  }
}

/** First to last: everybody against the events that happened to others while at risk. */
function asTheOther(
  { time, event, entry, byEntry, weight, starts }: Arranged,
  stratum: number,
  rank: Uint32Array,
  balance: Float64Array,
  pairs: Float64Array,
): void {
  const first = starts[stratum] as number;
  const end = starts[stratum + 1] as number;
  const tree = new WeightTree(end - first);
  const count = (p: number, sign: 1 | -1) => {
    if (tree.total === 0) return;
    const r = rank[p] as number;
    const lower = tree.below(r);
    const higher = tree.total - lower - tree.at(r);
    balance[p] = (balance[p] as number) + sign * (higher - lower);
    pairs[p] = (pairs[p] as number) + sign * tree.total;
  };
  let q = first;
  for (let p = first; p < end; ) {
    const t = time[p] as number;
    let to = p;
    while (to < end && time[to] === t) to++;
    if (entry !== undefined && byEntry !== undefined) {
      for (; q < end && (entry[byEntry[q] as number] as number) < t; q++) {
        count(byEntry[q] as number, -1);
      }
    }
    for (let j = p; j < to; j++) if (event[j] !== 0) count(j, 1);
    for (let j = p; j < to; j++) {
      if (event[j] !== 0)
        tree.add(rank[j] as number, weight === undefined ? 1 : (weight[j] as number));
    }
    for (let j = p; j < to; j++) if (event[j] === 0) count(j, 1);
    p = to;
  }
}

/** Rank of each risk among the distinct risks of its stratum, from 0. */
function denseRanks(risk: Float64Array, starts: Uint32Array): Uint32Array {
  const strata = starts.length - 1;
  let order = ascendingOrder(risk);
  if (strata > 1) {
    const codes = new Uint32Array(risk.length);
    for (let s = 0; s < strata; s++) codes.fill(s, starts[s], starts[s + 1]);
    order = partition(order, codes, strata).order;
  }
  const ranks = new Uint32Array(risk.length);
  for (let s = 0; s < strata; s++) {
    let rank = 0;
    for (let i = starts[s] as number; i < (starts[s + 1] as number); i++) {
      const p = order[i] as number;
      if (i > (starts[s] as number) && risk[order[i - 1] as number] !== risk[p]) rank++;
      ranks[p] = rank;
    }
  }
  return ranks;
}
