import { BiostatisticsError } from '../../errors.ts';
import { chiSquareUpper } from '../../special/index.ts';
import { rowAt } from '../curve.ts';
import { arrange } from '../data/arrange.ts';
import { ascendingOrder } from '../data/order.ts';
import { riskTable } from '../data/risk-table.ts';
import { peopleOf } from '../data/sorted-people.ts';
import { productLimit } from '../kaplan-meier.ts';
import { quadraticForm } from '../ldl.ts';
import type { ChiSquareTest } from '../log-rank.ts';
import { addEventTime } from './event-time.ts';
import type { CoxModel } from './model.ts';
import { risksOf, walkRiskSets } from './risk-sets.ts';

/** The time scale g(t) along which a coefficient is suspected to change. */
export type TimeTransform = 'km' | 'rank' | 'identity' | 'log';

export interface ProportionalHazardsTest {
  readonly transform: TimeTransform;
  /** One a term, in order. */
  readonly terms: readonly (ChiSquareTest & { readonly name: string })[];
  /** All terms together. */
  readonly global: ChiSquareTest;
}

/** Columns tested together, e.g. the indicators of one factor. */
export interface Term {
  readonly name: string;
  readonly columns: readonly number[];
}

/**
 * Test of proportional hazards: the score test of θ = 0 in β(t) = β + θ g(t), exact as in R's
 * survival since 3.0 (Grambsch & Therneau 1994; earlier versions used an approximation):
 *
 *   U = Σ g (Σ_D w x − …),  I = Σ ( V, gV ; gV, g²V )  over event times at β̂,
 *
 * one test a term with (0, U_term)ᵀ I⁻¹ (0, U_term), and one for all. g is centred over the events.
 * `km`: 1 − S(t−) of all people together, strata and weights ignored (as in R); `rank`: rank of the time among all rows.
 *
 * @param terms default: every column a term of its own
 * @throws {BiostatisticsError} `out-of-range` (`log` with an event at time 0; a column not there)
 */
export function testProportionalHazards(
  model: CoxModel,
  transform: TimeTransform = 'km',
  terms: readonly Term[] = model.names.map((name, j) => ({ name, columns: [j] })),
): ProportionalHazardsTest {
  const { design } = model;
  const p = design.columns;
  for (const { name, columns } of terms) {
    if (columns.length > 0 && columns.every((j) => Number.isInteger(j) && j >= 0 && j < p))
      continue;
    throw new BiostatisticsError('out-of-range', name, `columns are numbered 0 to ${p - 1}`);
  }
  const g = transformedTimes(model, transform);
  const score = new Float64Array(p);
  const v = new Float64Array(p * p);
  const gv = new Float64Array(p * p);
  const ggv = new Float64Array(p * p);
  const u = new Float64Array(p);
  const now = new Float64Array(p * p);
  walkRiskSets(design, model.eta, risksOf(design, model.eta), 2, (sums) => {
    score.fill(0);
    now.fill(0);
    addEventTime(sums, p, design.ties === 'efron', score, now);
    const weight = g[sums.from] as number;
    for (let a = 0; a < p; a++) {
      u[a] = (u[a] as number) + weight * (score[a] as number);
      for (let b = 0; b <= a; b++) {
        const at = a * p + b;
        const value = now[at] as number;
        v[at] = (v[at] as number) + value;
        gv[at] = (gv[at] as number) + weight * value;
        ggv[at] = (ggv[at] as number) + weight * weight * value;
      }
    }
  });
  const test = (columns: readonly number[]): ChiSquareTest => {
    const q = p + columns.length;
    const vector = new Float64Array(q);
    const matrix = new Float64Array(q * q);
    const cell = (from: Float64Array, a: number, b: number) =>
      from[a >= b ? a * p + b : b * p + a] as number;
    for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) matrix[a * q + b] = cell(v, a, b);
    columns.forEach((a, i) => {
      vector[p + i] = u[a] as number;
      for (let b = 0; b < p; b++) {
        matrix[(p + i) * q + b] = cell(gv, a, b);
        matrix[b * q + p + i] = cell(gv, a, b);
      }
      columns.forEach((b, k) => {
        matrix[(p + i) * q + p + k] = cell(ggv, a, b);
      });
    });
    const { value: statistic, rank } = quadraticForm(vector, matrix);
    const df = rank - p;
    if (df < 1) {
      throw new BiostatisticsError(
        'too-few',
        'event',
        'events at two different times at least are needed to see a change over time',
      );
    }
    return { statistic, df, pValue: chiSquareUpper(statistic, df) };
  };
  return {
    transform,
    terms: terms.map(({ name, columns }) => ({ name, ...test(columns) })),
    global: test(Array.from({ length: p }, (_, j) => j)),
  };
}

/** g by position, centred over the events. */
function transformedTimes(model: CoxModel, transform: TimeTransform): Float64Array {
  const { people } = model.design;
  const { time, event, n } = people;
  const g = scaleOf(model, transform);
  let sum = 0;
  let events = 0;
  for (let p = 0; p < n; p++) {
    if (event[p] === 0) continue;
    if (transform === 'log' && time[p] === 0) {
      throw new BiostatisticsError(
        'out-of-range',
        'transform',
        'log(0): an event happened at time 0',
      );
    }
    sum += g[p] as number;
    events++;
  }
  for (let p = 0; p < n; p++) g[p] = (g[p] as number) - sum / events;
  return g;
}

function scaleOf({ design: { people } }: CoxModel, transform: TimeTransform): Float64Array {
  const { time, entry, event, n } = people;
  if (transform === 'identity') return time.slice();
  if (transform === 'log') return time.map(Math.log);
  if (transform === 'rank') return ranks(time);
  const all = arrange(peopleOf({ time, event, entry }));
  const table = riskTable(all, 0, 'events');
  const survival = productLimit(table);
  const g = new Float64Array(n);
  for (let p = 0; p < n; p++) {
    let i = rowAt(table.time, time[p] as number);
    if (i >= 0 && table.time[i] === time[p]) i--;
    g[p] = i < 0 ? 0 : 1 - (survival[i] as number);
  }
  return g;
}

/** Ranks from 1, ties sharing their mean. */
function ranks(values: Float64Array): Float64Array {
  const order = ascendingOrder(values);
  const result = new Float64Array(values.length);
  for (let i = 0; i < order.length; ) {
    let j = i;
    const value = values[order[i] as number];
    while (j < order.length && values[order[j] as number] === value) j++;
    for (let k = i; k < j; k++) result[order[k] as number] = (i + j + 1) / 2;
    i = j;
  }
  return result;
}
