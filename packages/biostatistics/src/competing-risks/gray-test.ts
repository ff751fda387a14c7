import { inRange, type Numbers } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { chiSquareUpper } from '../special/index.ts';
import { type Arranged, arrange } from '../survival/data/arrange.ts';
import { checkCodes, type SortedPeople } from '../survival/data/input.ts';
import { peopleOf } from '../survival/data/sorted-people.ts';
import { quadraticForm } from '../survival/ldl.ts';
import type { ChiSquareTest } from '../survival/log-rank.ts';

export interface GrayTestInput {
  readonly time: Numbers;
  /** 0 censored, 1 … the cause of the event. */
  readonly event: Numbers;
  /** 0 … k−1, one a row. */
  readonly group: Numbers;
  /** The cause compared; default 1. */
  readonly cause?: number | undefined;
  /** 0 … s−1, one a row: groups are compared within strata. */
  readonly strata?: Numbers | undefined;
  /** Weight (1 − F(t−))^rho; default 0. */
  readonly rho?: number | undefined;
  /** See `sortedOnce`. */
  readonly sorted?: SortedPeople | undefined;
}

export interface GrayTest extends ChiSquareTest {
  readonly cause: number;
  /** Weighted events less those expected, one a group. */
  readonly score: Float64Array;
  /** Covariance of the scores, k × k by rows. */
  readonly variance: Float64Array;
}

/**
 * Gray's test that the cumulative incidence of a cause is the same in all groups (Gray 1988,
 * Ann. Statist. 16: 1141–1154), as cmprsk's `cuminc`.
 *
 * Someone who had a competing event stays in the risk set of the subdistribution: group g has
 * Rg = ng (1 − Fg(t−))/Sg(t−) at risk, F the incidence of the cause, S survival free of all
 * causes. The score is Σ (1 − F(t−))^ρ (dg − d Rg/ΣR); its variance follows from the martingales
 * of both kinds of event, with multinomial corrections for ties. Strata are summed.
 *
 * @throws {BiostatisticsError} see `checkInput`; `no-events` of the cause; `one-group`
 */
export function grayTest(input: GrayTestInput): GrayTest {
  const cause = input.cause ?? 1;
  const rho = input.rho ?? 0;
  inRange('rho', rho, 0, 1e3);
  const { time, event, sorted } = input;
  const people = peopleOf({ time, event, sorted }, 255);
  const { checked } = people;
  const groups = checkCodes('group', input.group, checked.n);
  const strata = input.strata && checkCodes('strata', input.strata, checked.n);
  if (!checked.event.includes(cause)) {
    throw new BiostatisticsError('no-events', 'event', `nobody had an event of cause ${cause}`);
  }
  const data = arrange(people, strata);
  const k = groups.count;
  const group = Uint32Array.from(data.row, (row) => groups.of[row] as number);
  const score = new Float64Array(k);
  const variance = new Float64Array(k * k);
  for (let s = 0; s + 1 < data.starts.length; s++) {
    const stratum = new StratumSums(k, rho);
    stratum.pass(data, s, group, cause);
    stratum.addTo(score, variance);
  }
  const tested = Array.from(score.keys()).filter((g) => (variance[g * k + g] as number) > 1e-12);
  if (tested.length < 2) {
    throw new BiostatisticsError(
      'one-group',
      'group',
      'two groups at least have to be at risk together',
    );
  }
  const retained = tested.slice(0, -1);
  const { value: statistic, rank: df } = quadraticForm(
    Float64Array.from(retained, (g) => score[g] as number),
    Float64Array.from(retained.flatMap((g) => retained.map((h) => variance[g * k + h] as number))),
  );
  return { cause, score, variance, statistic, df, pValue: chiSquareUpper(statistic, df) };
}

/** What one stratum contributes; names follow Gray's §3 where they have one there. */
class StratumSums {
  readonly #k: number;
  readonly #rho: number;
  readonly #score: Float64Array;
  readonly #variance: Float64Array;
  /** c(g, h): the accumulated drift of score g by the estimate of the incidence in group h. */
  readonly #drift: Float64Array;
  /** Variance of the incidence of group h, and its covariance with score g. */
  readonly #ownVariance: Float64Array;
  readonly #crossVariance: Float64Array;
  readonly #weightOf: Float64Array;

  constructor(k: number, rho: number) {
    this.#k = k;
    this.#rho = rho;
    this.#score = new Float64Array(k);
    this.#variance = new Float64Array(k * k);
    this.#drift = new Float64Array(k * k);
    this.#ownVariance = new Float64Array(k);
    this.#crossVariance = new Float64Array(k * k);
    this.#weightOf = new Float64Array(k * k);
  }

  pass({ starts, time, event }: Arranged, s: number, group: Uint32Array, cause: number): void {
    const k = this.#k;
    const from = starts[s] as number;
    const to = starts[s + 1] as number;
    const now: Moment = {
      atRisk: new Float64Array(k),
      died: new Float64Array(k),
      competed: new Float64Array(k),
      before: new Float64Array(k).fill(1),
      survival: new Float64Array(k).fill(1),
      incidence: new Float64Array(k),
      pooledBefore: 0,
      pooled: 0,
    };
    const { atRisk, died, competed } = now;
    for (let p = from; p < to; p++) add(atRisk, group[p] as number, 1);
    for (let p = from; p < to; ) {
      const t = time[p];
      died.fill(0);
      competed.fill(0);
      let next = p;
      for (; next < to && time[next] === t; next++) {
        if (event[next] === cause) add(died, group[next] as number, 1);
        else if (event[next] !== 0) add(competed, group[next] as number, 1);
      }
      this.#step(now);
      for (; p < next; p++) add(atRisk, group[p] as number, -1);
    }
  }

  #step(now: Moment): void {
    const { atRisk, died, competed, before, survival, incidence } = now;
    const k = this.#k;
    let events = 0;
    let others = 0;
    let total = 0; // Σ n/S
    let adjusted = 0; // Σ R
    for (let g = 0; g < k; g++) {
      const n = atRisk[g] as number;
      if (n === 0) continue;
      const d = died[g] as number;
      const o = competed[g] as number;
      events += d;
      others += o;
      const s = before[g] as number;
      survival[g] = (s * (n - d - o)) / n;
      total += n / s;
      adjusted += (n * (1 - (incidence[g] as number))) / s;
    }
    if (events === 0 && others === 0) return;
    now.pooled = now.pooledBefore + events / total;
    const weight = (1 - now.pooledBefore) ** this.#rho;
    for (let g = 0; g < k; g++) {
      const n = atRisk[g] as number;
      const share = n === 0 ? 0 : n / (before[g] as number);
      for (let h = 0; h < k; h++) {
        const m = atRisk[h] as number;
        const other = m === 0 ? 0 : m / (before[h] as number);
        const a = weight * share * ((g === h ? 1 : 0) - other / total);
        this.#weightOf[g * k + h] = a;
        add(this.#drift, g * k + h, (a * events) / (total * (1 - now.pooledBefore)));
      }
      if (n > 0) {
        const expected = (events * share * (1 - (incidence[g] as number))) / adjusted;
        add(this.#score, g, weight * ((died[g] as number) - expected));
      }
    }
    for (let h = 0; h < k; h++) {
      if ((atRisk[h] as number) === 0) continue;
      if (events > 0) this.#causeMartingale(h, events, total, now);
      if ((competed[h] as number) > 0 && (survival[h] as number) > 0) this.#otherMartingale(h, now);
    }
    for (let g = 0; g < k; g++) {
      const n = atRisk[g] as number;
      if (n > 0) add(incidence, g, ((before[g] as number) * (died[g] as number)) / n);
      before[g] = survival[g] as number;
    }
    now.pooledBefore = now.pooled;
  }

  #causeMartingale(h: number, events: number, total: number, now: Moment): void {
    const k = this.#k;
    const s = now.before[h] as number;
    const after = now.survival[h] as number;
    const slope = after > 0 ? 1 - (1 - now.pooled) / after : 1;
    const tied = events > 1 ? 1 - (events - 1) / (total * s - 1) : 1;
    const jump = (tied * s * events) / (total * (now.atRisk[h] as number));
    add(this.#ownVariance, h, slope * slope * jump);
    const part = (g: number) =>
      (this.#weightOf[g * k + h] as number) - slope * (this.#drift[g * k + h] as number);
    for (let g = 0; g < k; g++) {
      add(this.#crossVariance, g * k + h, part(g) * slope * jump);
      for (let f = 0; f < k; f++) add(this.#variance, g * k + f, part(g) * part(f) * jump);
    }
  }

  #otherMartingale(h: number, now: Moment): void {
    const k = this.#k;
    const n = now.atRisk[h] as number;
    const d = now.competed[h] as number;
    const s = now.before[h] as number;
    const slope = (1 - now.pooled) / (now.survival[h] as number);
    const tied = d > 1 ? 1 - (d - 1) / (n - 1) : 1;
    const jump = (tied * s * s * d) / (n * n);
    add(this.#ownVariance, h, slope * slope * jump);
    const part = (g: number) => slope * (this.#drift[g * k + h] as number);
    for (let g = 0; g < k; g++) {
      add(this.#crossVariance, g * k + h, -part(g) * slope * jump);
      for (let f = 0; f < k; f++) add(this.#variance, g * k + f, part(g) * part(f) * jump);
    }
  }

  addTo(score: Float64Array, variance: Float64Array): void {
    const k = this.#k;
    const drift = (g: number, h: number) => this.#drift[g * k + h] as number;
    const cross = (g: number, h: number) => this.#crossVariance[g * k + h] as number;
    for (let g = 0; g < k; g++) {
      add(score, g, this.#score[g] as number);
      for (let f = 0; f < k; f++) {
        let value = this.#variance[g * k + f] as number;
        for (let h = 0; h < k; h++) {
          value +=
            drift(g, h) * drift(f, h) * (this.#ownVariance[h] as number) +
            drift(g, h) * cross(f, h) +
            drift(f, h) * cross(g, h);
        }
        add(variance, g * k + f, value);
      }
    }
  }
}

/** One event time: who is at risk and what happened, by group, and the estimates so far. */
interface Moment {
  readonly atRisk: Float64Array;
  readonly died: Float64Array;
  readonly competed: Float64Array;
  /** S just before. */
  readonly before: Float64Array;
  /** S just after. */
  readonly survival: Float64Array;
  /** Incidence of the cause just before. */
  readonly incidence: Float64Array;
  /** Pooled incidence before and after. */
  pooledBefore: number;
  pooled: number;
}

function add(values: Float64Array, at: number, change: number): void {
  values[at] = (values[at] as number) + change;
}
