import type { Arranged } from '../../survival/data/arrange.ts';
import type { Codes } from '../../survival/data/input.ts';

/** The censoring distribution Ĝ of each censoring group, read just before each person's time. */
export interface Censoring {
  readonly groups: number;
  /** Censoring group by position. */
  readonly group: Uint32Array;
  /** Ĝ_g(t−) at each distinct time of anybody: groups × times by rows. */
  readonly before: Float64Array;
  /** People of group g still observed at each distinct time: groups × times by rows. */
  readonly atRisk: Float64Array;
  /** Number censored of group g at each distinct time: groups × times by rows. */
  readonly censored: Float64Array;
  /** The distinct times' first positions, ascending, then n. */
  readonly firsts: Uint32Array;
  /** Place of each position's time among the distinct times. */
  readonly timeOf: Uint32Array;
}

/**
 * Kaplan–Meier of the time to censoring, by censoring group: Ĝ(t−) = Π_{u < t} (1 − c_u/n_u).
 * An event at time u counts as at risk of censoring at u. After a group's last censoring of all
 * left, Ĝ is 0: nobody of the group can be at risk, nor be given weight, beyond.
 */
export function censoringDistribution(people: Arranged, codes: Codes): Censoring {
  const { n, time, event, row } = people;
  const group = Uint32Array.from(row, (r) => codes.of[r] as number);
  const groups = codes.count;
  const firsts = distinctFirsts(time);
  const times = firsts.length - 1;
  const timeOf = new Uint32Array(n);
  const atRisk = new Float64Array(groups * times);
  const censored = new Float64Array(groups * times);
  const before = new Float64Array(groups * times);
  const left = new Float64Array(groups);
  for (let j = times - 1; j >= 0; j--) {
    for (let p = firsts[j] as number; p < (firsts[j + 1] as number); p++) {
      const g = group[p] as number;
      timeOf[p] = j;
      left[g] = (left[g] as number) + 1;
      if (event[p] === 0) censored[g * times + j] = (censored[g * times + j] as number) + 1;
    }
    for (let g = 0; g < groups; g++) atRisk[g * times + j] = left[g] as number;
  }
  for (let g = 0; g < groups; g++) {
    let survival = 1;
    for (let j = 0; j < times; j++) {
      const at = g * times + j;
      before[at] = survival;
      const c = censored[at] as number;
      if (c > 0) survival *= 1 - c / (atRisk[at] as number);
    }
  }
  return { groups, group, before, atRisk, censored, firsts, timeOf };
}

function distinctFirsts(time: Float64Array): Uint32Array {
  let count = 0;
  for (let p = 0; p < time.length; p++) if (p === 0 || time[p] !== time[p - 1]) count++;
  const firsts = new Uint32Array(count + 1);
  let j = 0;
  for (let p = 0; p < time.length; p++) if (p === 0 || time[p] !== time[p - 1]) firsts[j++] = p;
  firsts[count] = time.length;
  return firsts;
}
