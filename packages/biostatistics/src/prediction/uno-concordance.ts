import { finite, inRange, type Numbers, sameLength } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { checkInput } from '../survival/data/input.ts';
import { ascendingOrder } from '../survival/data/order.ts';
import { WeightTree } from '../survival/weight-tree.ts';
import { censoringSurvival } from './censoring-survival.ts';

/**
 * Uno's concordance (Uno, Cai, Pencina, D'Agostino & Wei 2011, Stat Med 30:1105, eq. 6): Harrell's,
 * with each event weighted by the inverse square of the chance of not being censored before it, so
 * that it does not depend on how long people were followed:
 *
 *   C_τ = Σᵢ Σⱼ δᵢ Ĝ(tᵢ−)⁻² 1(tᵢ < tⱼ, tᵢ < τ) [1(rᵢ > rⱼ) + ½ 1(rᵢ = rⱼ)] / Σᵢ Σⱼ δᵢ Ĝ(tᵢ−)⁻² 1(tᵢ < tⱼ, tᵢ < τ)
 *
 * Someone censored at tᵢ outlived it (as R's `concordance(timewt = "n/G2")`). Harrell's own C is
 * `concordance` of the survival folder. O(n log n).
 *
 * @param input.risk greater means an earlier event is expected
 * @param input.horizon τ: events from it on do not count; default all
 * @throws {BiostatisticsError} `lengths-differ`, `not-finite`, `negative-time`, `out-of-range`,
 * `too-few` when no pair is comparable
 */
export function unoConcordance(input: {
  readonly time: Numbers;
  readonly event: Numbers;
  readonly risk: Numbers;
  readonly horizon?: number | undefined;
}): number {
  const { n, time, event } = checkInput({ time: input.time, event: input.event });
  sameLength({ time: input.time, risk: input.risk });
  finite('risk', input.risk);
  const horizon = input.horizon ?? Infinity;
  inRange('horizon', horizon, 0, Infinity);
  const risk = Float64Array.from(input.risk);
  const rank = ranks(risk);
  const censoring = censoringSurvival(time, event);
  const order = ascendingOrder(time);
  const later = new WeightTree(n);
  let favourable = 0;
  let pairs = 0;
  for (let last = n - 1; last >= 0; ) {
    const t = time[order[last] as number] as number;
    let first = last;
    while (first > 0 && time[order[first - 1] as number] === t) first--;
    for (let k = first; k <= last; k++) {
      const i = order[k] as number;
      if (!event[i]) later.add(rank[i] as number, 1);
    }
    if (t < horizon && later.total > 0) {
      let weight = 0;
      for (let k = first; k <= last; k++) {
        const i = order[k] as number;
        if (!event[i]) continue;
        weight ||= censoring.before(t) ** -2;
        const r = rank[i] as number;
        favourable += weight * (later.below(r) + later.at(r) / 2);
        pairs += weight * later.total;
      }
    }
    for (let k = first; k <= last; k++) {
      const i = order[k] as number;
      if (event[i]) later.add(rank[i] as number, 1);
    }
    last = first - 1;
  }
  if (pairs === 0)
    throw new BiostatisticsError('too-few', 'event', 'no two people can be compared');
  return favourable / pairs;
}

/** Rank of each value among the distinct values, from 0. */
function ranks(values: Float64Array): Uint32Array {
  const order = ascendingOrder(values);
  const result = new Uint32Array(values.length);
  let rank = 0;
  for (let k = 1; k < order.length; k++) {
    if (values[order[k] as number] !== values[order[k - 1] as number]) rank++;
    result[order[k] as number] = rank;
  }
  return result;
}
