import { bandAt, type LifeTable } from '../life-table/life-table.ts';
import type { Patients } from './patients.ts';

/** Moments a step of the grid holds: Σ w, Σ w λ, Σ w λ², Σ w λ³ of those under observation as it begins. */
export const MOMENTS = 4;

/** What patients bring to the steps of a grid. */
export interface GridWeights {
  /** `MOMENTS` a step. */
  readonly moments: Float64Array;
  /** Under observation as the step begins, and still after that moment; changes of it until they are `summed`. */
  readonly present: Int32Array;
  /** Under observation at the moment, those included who leave at it; changes of it until they are `summed`. */
  readonly atRisk: Int32Array;
  /** Of each patient as the step begins in which it leaves: w and λ of that step. */
  readonly leaving: Float64Array;
  readonly leavingHazard: Float64Array;
  /** The same of the step in which it comes, of those who come in the middle of one. */
  readonly coming: Float64Array;
  readonly comingHazard: Float64Array;
}

/** @param n patients; those who come late have to be told, as their weights are held too */
export const gridWeights = (n: number, steps: number, late: boolean): GridWeights => ({
  moments: new Float64Array(MOMENTS * steps),
  // One more place, for the changes after the last.
  present: new Int32Array(steps + 2),
  atRisk: new Int32Array(steps + 2),
  leaving: new Float64Array(n),
  leavingHazard: new Float64Array(n),
  coming: new Float64Array(late ? n : 0),
  comingHazard: new Float64Array(late ? n : 0),
});

/** Above this eˣ is not taken by its polynomial, whose error is x⁷/5040. */
const SMALL = 1 / 16;

/** eˣ of a hazard over a step. */
export const growth = (x: number): number =>
  x < SMALL
    ? 1 + x * (1 + x * (1 / 2 + x * (1 / 6 + x * (1 / 24 + x * (1 / 120 + x * (1 / 720))))))
    : Math.exp(x);

/**
 * Walks one patient through the life table along a grid and adds it to the steps it is under observation in, weighed by
 * w = 1/S_P, the inverse of what the population survives from diagnosis on.
 *
 * @param at the grid, days since diagnosis, ascending from 0
 */
export function addToGrid(
  table: LifeTable,
  { time, age: ages, date: dates, stratum, entry: entries }: Patients,
  i: number,
  at: Float64Array,
  into: GridWeights,
): void {
  const { moments } = into;
  const { ages: ageBands, years, hazards } = table;
  const steps = at.length - 1;
  const end = time[i] as number;
  const entry = entries === undefined ? 0 : (entries[i] as number);
  const age = ages[i] as number;
  const date = dates[i] as number;
  const first = firstFrom(at, entry);
  const last = Math.max(0, firstFrom(at, end) - 1);
  const count = (of: Int32Array, from: number, to: number) => {
    if (from >= to) return;
    of[from] = (of[from] as number) + 1;
    of[to] = (of[to] as number) - 1;
  };
  count(into.present, first, last + 1);
  count(into.atRisk, first, at[last + 1] === end ? last + 2 : last + 1);
  let ageBand = bandAt(ageBands, age);
  let year = bandAt(years, date);
  const cells = (stratum[i] as number) * years.length;
  let hazard = hazards[(cells + year) * ageBands.length + ageBand] as number;
  // When the hazard changes: on a birthday or with the year.
  let birthday = ageBand + 1 < ageBands.length ? (ageBands[ageBand + 1] as number) - age : Infinity;
  let newYear = year + 1 < years.length ? (years[year + 1] as number) - date : Infinity;
  let w = 1;
  let mean = 0;
  let grown = 1;
  /** Length of the step that `mean` and `grown` are of, if the hazard was one through it. */
  let length = 0;
  for (let m = 0; m <= last && m < steps; m++) {
    const begin = at[m] as number;
    const stop = at[m + 1] as number;
    if (birthday < stop || newYear < stop) {
      let accrued = 0;
      let t = begin;
      while (birthday < stop || newYear < stop) {
        const change = Math.max(t, Math.min(birthday, newYear));
        accrued += hazard * (change - t);
        t = change;
        if (birthday <= t) {
          ageBand++;
          birthday =
            ageBand + 1 < ageBands.length ? (ageBands[ageBand + 1] as number) - age : Infinity;
        }
        if (newYear <= t) {
          year++;
          newYear = year + 1 < years.length ? (years[year + 1] as number) - date : Infinity;
        }
        hazard = hazards[(cells + year) * ageBands.length + ageBand] as number;
      }
      accrued += hazard * (stop - t);
      mean = accrued / (stop - begin);
      grown = growth(accrued);
      length = 0;
    } else if (stop - begin !== length) {
      length = stop - begin;
      mean = hazard;
      grown = growth(hazard * length);
    }
    if (m >= first) {
      const cell = MOMENTS * m;
      const w1 = w * mean;
      const w2 = w1 * mean;
      moments[cell] = (moments[cell] as number) + w;
      moments[cell + 1] = (moments[cell + 1] as number) + w1;
      moments[cell + 2] = (moments[cell + 2] as number) + w2;
      moments[cell + 3] = (moments[cell + 3] as number) + w2 * mean;
    } else if (m === first - 1) {
      into.coming[i] = w;
      into.comingHazard[i] = mean;
    }
    if (m === last) {
      into.leaving[i] = w;
      into.leavingHazard[i] = mean;
    }
    w *= grown;
  }
}

/** The first place at which the grid has come to a day. */
function firstFrom(at: Float64Array, day: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((at[middle] as number) >= day) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Counts from the changes that `addToGrid` notes. */
export function summed(changes: Int32Array): void {
  for (let m = 1; m < changes.length; m++)
    changes[m] = (changes[m] as number) + (changes[m - 1] as number);
}
