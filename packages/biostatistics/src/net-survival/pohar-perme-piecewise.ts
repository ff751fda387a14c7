import { finite, type Numbers, notEmpty } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import type { LifeTable } from '../life-table/life-table.ts';
import { cumulativeHazard, walkLifeTable } from '../life-table/path.ts';
import type { Confidence } from '../survival/confidence.ts';
import { type RelativeCurve, relativeCurve } from './curve.ts';
import { checkPatients, type Patients } from './patients.ts';

/** A curve on given breaks with what it was computed from, one value an interval. */
export type PiecewiseCurve = RelativeCurve & {
  /** Person-days observed. */
  readonly personDays: Float64Array;
  /** Deaths to be expected of the general population in the person-days observed. */
  readonly expectedDeaths: Float64Array;
  /** Excess hazard per day. */
  readonly excessHazard: Float64Array;
};

/**
 * Net survival with excess hazards constant between given breaks (the life-table form of the
 * estimator used by Stata's `strs` and popEpi's `survtab`; Dickman & Coviello 2015, Stata J
 * 15:186; Seppä, Hakulinen & Pokhrel 2015, Eur J Cancer Care): in interval k of length h_k
 *
 *   λ_k = (Σ d w − Σ ∫ w λ_P dt) / Σ ∫ w dt,   S(b_k) = exp(−Σ h_k λ_k),
 *   var log S(b_k) = Σ h_k² Σ d w² / (Σ ∫ w dt)²,   w(t) = 1/S_P(t)
 *
 * `strs` and popEpi hold w constant at the middle of each person's stay in an interval; here the
 * integrals are closed, to which both tend as intervals shorten. With `method: 'ederer2'`, w = 1.
 *
 * @param options.breaks ascending days since diagnosis, the first of them 0; a death at a break
 * belongs to the interval it ends
 * @returns one row an interval, `time` its end; ends before the first interval in which nobody was
 * observed; `atRisk`: people who were observed at any time in it
 * @throws {BiostatisticsError} see `checkPatients`; `out-of-range` (breaks), `too-few` when nobody
 * is observed in the first interval
 */
export function poharPermePiecewise(
  table: LifeTable,
  patients: Patients,
  options: {
    readonly breaks: Numbers;
    readonly method?: 'pohar-perme' | 'ederer2' | undefined;
    readonly confidence?: Partial<Confidence> | undefined;
  },
): PiecewiseCurve {
  checkPatients(table, patients);
  const breaks = checkBreaks(options.breaks);
  const sums = sumByInterval(table, patients, breaks, options.method !== 'ederer2');
  let rows = 0;
  while (rows < breaks.length - 1 && (sums.weightedDays[rows] as number) > 0) rows++;
  if (rows === 0) {
    throw new BiostatisticsError('too-few', 'breaks', 'nobody is observed in the first interval');
  }
  const survival = new Float64Array(rows);
  const logVariance = new Float64Array(rows);
  const excessHazard = new Float64Array(rows);
  let cumulative = 0;
  let variance = 0;
  for (let k = 0; k < rows; k++) {
    const length = (breaks[k + 1] as number) - (breaks[k] as number);
    const days = sums.weightedDays[k] as number;
    const hazard = ((sums.weighted[k] as number) - (sums.weightedExpected[k] as number)) / days;
    excessHazard[k] = hazard;
    cumulative += length * hazard;
    variance += (length / days) ** 2 * (sums.squared[k] as number);
    survival[k] = Math.exp(-cumulative);
    logVariance[k] = variance;
  }
  const columns = {
    n: patients.time.length,
    time: breaks.slice(1, rows + 1),
    atRisk: sums.people.slice(0, rows),
    events: sums.deaths.slice(0, rows),
    survival,
  };
  return {
    ...relativeCurve(columns, logVariance, options.confidence),
    personDays: sums.days.slice(0, rows),
    expectedDeaths: sums.expected.slice(0, rows),
    excessHazard,
  };
}

function sumByInterval(
  table: LifeTable,
  patients: Patients,
  breaks: Float64Array,
  inverse: boolean,
) {
  const intervals = breaks.length - 1;
  const column = () => new Float64Array(intervals);
  const sums = {
    people: column(),
    deaths: column(),
    days: column(),
    expected: column(),
    weighted: column(),
    squared: column(),
    weightedDays: column(),
    weightedExpected: column(),
  };
  const last = breaks[intervals] as number;
  for (let i = 0; i < patients.time.length; i++) {
    const own = patients.weight?.[i] ?? 1;
    const entry = patients.entry?.[i] ?? 0;
    const end = patients.time[i] as number;
    const stratum = patients.stratum[i] as number;
    const age = patients.age[i] as number;
    const date = patients.date[i] as number;
    let w = own;
    if (inverse && entry > 0) w *= Math.exp(cumulativeHazard(table, stratum, age, date, 0, entry));
    let k = 0;
    let counted = -1;
    walkLifeTable(table, stratum, age, date, entry, Math.min(end, last), (from, to, hazard) => {
      for (let t = from; t < to; ) {
        while ((breaks[k + 1] as number) <= t) k++;
        const stop = Math.min(to, breaks[k + 1] as number);
        const days = stop - t;
        const grown = inverse ? Math.expm1(hazard * days) : 0;
        const weightedDays = inverse && hazard > 0 ? (w * grown) / hazard : w * days;
        if (counted !== k) {
          add(sums.people, k, 1);
          counted = k;
        }
        add(sums.days, k, days);
        add(sums.expected, k, hazard * days);
        add(sums.weightedDays, k, weightedDays);
        add(sums.weightedExpected, k, hazard * weightedDays);
        w *= 1 + grown;
        t = stop;
      }
    });
    if (patients.status[i] !== 1 || end > last) continue;
    if (counted === -1) add(sums.people, k, 1);
    add(sums.deaths, k, 1);
    add(sums.weighted, k, w);
    add(sums.squared, k, w * w);
  }
  return sums;
}

function add(column: Float64Array, k: number, value: number): void {
  column[k] = (column[k] as number) + value;
}

function checkBreaks(given: Numbers): Float64Array {
  notEmpty('breaks', given);
  finite('breaks', given);
  const breaks = Float64Array.from(given);
  if (breaks[0] !== 0 || breaks.length < 2) {
    throw new BiostatisticsError('out-of-range', 'breaks', 'start at 0 and end after it');
  }
  for (let index = 1; index < breaks.length; index++) {
    if ((breaks[index] as number) > (breaks[index - 1] as number)) continue;
    throw new BiostatisticsError('out-of-range', { argument: 'breaks', index }, 'do not ascend');
  }
  return breaks;
}
