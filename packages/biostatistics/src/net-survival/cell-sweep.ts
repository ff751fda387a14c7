import { BiostatisticsError } from '../errors.ts';
import type { LifeTable } from '../life-table/life-table.ts';
import { CellGeometry } from './cell-geometry.ts';
import { gridFromDay } from './grid-from-day.ts';
import type { Patients } from './patients.ts';
import type { StepSums } from './step-sums.ts';

const SIXTH = 1 / 6;
const TWENTY_FOURTH = 1 / 24;

/** Columns of a person's row: value `VALUE` at `SINCE`, … last step taken part in, next mover. */
const VALUE = 0;
const SINCE = 1;
const AGE = 2;
const DATE = 3;
const CELL = 4;
const LAST_STEP = 5;
const NEXT = 6;
const ROW = 8;

/**
 * How a change of age or calendar band inside a step is treated: `exact` at its moment, `deferred`
 * to the next step (the hazard at the start of a step holds through it).
 */
export type Crossing = 'exact' | 'deferred';

/**
 * Everybody carried through the life table at once, step by step along a time line.
 *
 * Person i has the value vᵢ(t) = wᵢ exp(s Λᵢ(t)): s = 1 gives Pohar Perme's 1/S_P, s = −1 the
 * expected survival S_P, s = 0 a head count. People in the same cell of the life table share a
 * hazard, so their sum is multiplied by one factor a step, and a single person is touched only on
 * entering, on leaving and on changing cell (about twice a year): the cost is
 * O(people × years + steps × occupied cells) where going through people at every event time, as
 * the definition reads, is O(people × times). Memory 64 bytes a person beside the input.
 */
export class CellSweep {
  readonly #grid: Float64Array;
  readonly #geometry: CellGeometry;
  readonly #hazards: Float64Array;
  readonly #stratum: ArrayLike<number>;
  readonly #sign: -1 | 0 | 1;
  readonly #crossing: Crossing;
  /** One row a person, see `VALUE` …: people move in no order, so a person is one cache line. */
  readonly #people: Float64Array;
  /** Who changes cell in step k first; the others follow through `NEXT`. −1: nobody. */
  readonly #moving: Int32Array;
  /** First point of the grid at or after each whole day. */
  readonly #gridFromDay: Int32Array;
  /** Of each cell of the life table: how many are in it, and its place among those occupied. */
  readonly #inCell: Int32Array;
  readonly #place: Int32Array;
  /** Of each occupied cell, side by side: Σ v, hazard per day, which cell. */
  readonly #sum: Float64Array;
  readonly #rate: Float64Array;
  readonly #occupied: Int32Array;
  #occupiedCount = 0;
  readonly #lifted: number[] = [];

  constructor(
    table: LifeTable,
    patients: Pick<Patients, 'age' | 'date' | 'stratum'>,
    grid: Float64Array,
    sign: -1 | 0 | 1,
    crossing: Crossing,
  ) {
    const n = patients.age.length;
    const cells = table.hazards.length;
    this.#geometry = new CellGeometry(table);
    this.#hazards = table.hazards;
    this.#stratum = patients.stratum;
    this.#grid = grid;
    this.#sign = sign;
    this.#crossing = crossing;
    this.#people = new Float64Array(n * ROW);
    for (let i = 0; i < n; i++) {
      this.#people[i * ROW + AGE] = patients.age[i] as number;
      this.#people[i * ROW + DATE] = patients.date[i] as number;
      this.#people[i * ROW + CELL] = -1;
    }
    this.#moving = new Int32Array(grid.length).fill(-1);
    this.#gridFromDay = gridFromDay(grid);
    this.#inCell = new Int32Array(cells);
    this.#place = new Int32Array(cells);
    // No more cells than people are ever occupied.
    const most = Math.min(cells, n);
    this.#sum = new Float64Array(most);
    this.#rate = new Float64Array(most);
    this.#occupied = new Int32Array(most);
  }

  /** Person i, of value `value` at the grid point `step`, is present until the grid point `until`. */
  enter(i: number, step: number, until: number, value: number): void {
    const t = this.#grid[step] as number;
    const age = (this.#people[i * ROW + AGE] as number) + t;
    const date = (this.#people[i * ROW + DATE] as number) + t;
    this.#people[i * ROW + LAST_STEP] = until - 1;
    this.#settle(i, this.#geometry.cellAt(this.#stratum[i] as number, age, date), t, value);
    this.#schedule(i, step);
  }

  /** Takes person i out at the grid point `step` and says the value held there. */
  leave(i: number, step: number): number {
    const value = this.valueAt(i, this.#grid[step] as number);
    this.#unsettle(i, value);
    return value;
  }

  /** Value of a person present at a time of the current step. */
  valueAt(i: number, t: number): number {
    const value = this.#people[i * ROW + VALUE] as number;
    if (this.#sign === 0) return value;
    const hazard = this.#hazards[this.#people[i * ROW + CELL] as number] as number;
    return value * Math.exp(this.#sign * hazard * (t - (this.#people[i * ROW + SINCE] as number)));
  }

  /** Moves everybody from grid point k to k + 1. */
  step(k: number, sums: StepSums): StepSums {
    const from = this.#grid[k] as number;
    const to = this.#grid[k + 1] as number;
    const duration = to - from;
    sums.startValue = 0;
    sums.startHazard = 0;
    sums.endValue = 0;
    sums.endHazard = 0;
    sums.accrued = 0;
    this.#takeMovers(k, from, to, sums);
    const sum = this.#sum;
    const rate = this.#rate;
    const sign = this.#sign;
    const occupied = this.#occupiedCount;
    let startValue = 0;
    let startHazard = 0;
    let endValue = 0;
    let endHazard = 0;
    for (let place = 0; place < occupied; place++) {
      const hazard = rate[place] as number;
      let value = sum[place] as number;
      startValue += value;
      startHazard += value * hazard;
      if (sign !== 0) {
        const x = sign * hazard * duration;
        // Five terms are exact to the last bit for a thousandth; exp is four times slower.
        value *=
          x < 1e-3 && x > -1e-3
            ? 1 + x * (1 + x * (0.5 + x * (SIXTH + x * TWENTY_FOURTH)))
            : Math.exp(x);
        sum[place] = value;
      }
      endValue += value;
      endHazard += value * hazard;
    }
    sums.startValue += startValue;
    sums.startHazard += startHazard;
    sums.endValue += endValue;
    sums.endHazard += endHazard;
    sums.accrued += endHazard * duration;
    for (let m = 0; m < this.#lifted.length; m++) this.#putBack(this.#lifted[m] as number, k + 1);
    this.#lifted.length = 0;
    return sums;
  }

  /** People who change cell in step k: settled in the new one, or lifted out until its end. */
  #takeMovers(k: number, from: number, to: number, sums: StepSums): void {
    let i = this.#moving[k] as number;
    while (i !== -1) {
      const following = this.#people[i * ROW + NEXT] as number;
      const value = this.valueAt(i, from);
      const cell = this.#people[i * ROW + CELL] as number;
      this.#unsettle(i, value);
      if (this.#crossing === 'deferred') {
        this.#settle(i, this.#advance(i, cell, from), from, value);
        this.#schedule(i, k);
      } else {
        this.#lift(i, cell, from, to, value, sums);
      }
      i = following;
    }
  }

  /** Carries a person who changes cell through the step, stretch by stretch. */
  #lift(i: number, cell: number, from: number, to: number, value: number, sums: StepSums): void {
    const hazards = this.#hazards;
    const age = this.#people[i * ROW + AGE] as number;
    const date = this.#people[i * ROW + DATE] as number;
    let now = cell;
    let t = from;
    let accrued = 0;
    while (t < to) {
      const end = Math.min(Math.max(this.#geometry.nextCrossing(now, age, date), t), to);
      accrued += (hazards[now] as number) * (end - t);
      t = end;
      if (t < to) now = this.#geometry.afterCrossing(now, age, date, t);
    }
    const end = value * Math.exp(this.#sign * accrued);
    sums.startValue += value;
    sums.startHazard += value * (hazards[cell] as number);
    sums.endValue += end;
    sums.endHazard += end * (hazards[now] as number);
    sums.accrued += end * accrued;
    this.#people[i * ROW + CELL] = now;
    this.#people[i * ROW + VALUE] = end;
    this.#people[i * ROW + SINCE] = to;
    this.#lifted.push(i);
  }

  #putBack(i: number, k: number): void {
    this.#settle(
      i,
      this.#people[i * ROW + CELL] as number,
      this.#people[i * ROW + SINCE] as number,
      this.#people[i * ROW + VALUE] as number,
    );
    this.#schedule(i, k);
  }

  #settle(i: number, cell: number, t: number, value: number): void {
    this.#people[i * ROW + CELL] = cell;
    this.#people[i * ROW + SINCE] = t;
    this.#people[i * ROW + VALUE] = value;
    const inCell = this.#inCell[cell] as number;
    this.#inCell[cell] = inCell + 1;
    if (inCell > 0) {
      const place = this.#place[cell] as number;
      this.#sum[place] = (this.#sum[place] as number) + value;
      return;
    }
    const place = this.#occupiedCount++;
    this.#place[cell] = place;
    this.#occupied[place] = cell;
    this.#rate[place] = this.#hazards[cell] as number;
    this.#sum[place] = value;
  }

  #unsettle(i: number, value: number): void {
    const cell = this.#people[i * ROW + CELL] as number;
    if (cell < 0) throw new BiostatisticsError('out-of-range', 'patient', `${i} is not present`);
    this.#people[i * ROW + CELL] = -1;
    const place = this.#place[cell] as number;
    const inCell = (this.#inCell[cell] as number) - 1;
    this.#inCell[cell] = inCell;
    if (inCell > 0) {
      this.#sum[place] = (this.#sum[place] as number) - value;
      return;
    }
    // The last occupied takes the place of the empty: no rounding is carried on.
    const last = --this.#occupiedCount;
    const moved = this.#occupied[last] as number;
    this.#occupied[place] = moved;
    this.#place[moved] = place;
    this.#sum[place] = this.#sum[last] as number;
    this.#rate[place] = this.#rate[last] as number;
  }

  /** The cell person i is in at t, starting from one before it. */
  #advance(i: number, cell: number, t: number): number {
    const age = this.#people[i * ROW + AGE] as number;
    const date = this.#people[i * ROW + DATE] as number;
    return this.#geometry.advanced(cell, age + t, date + t);
  }

  /** Notes the step, from k on, in which person i next changes cell. */
  #schedule(i: number, k: number): void {
    const crossing = this.#geometry.nextCrossing(
      this.#people[i * ROW + CELL] as number,
      this.#people[i * ROW + AGE] as number,
      this.#people[i * ROW + DATE] as number,
    );
    const last = this.#people[i * ROW + LAST_STEP] as number;
    if (crossing === Infinity || crossing > (this.#grid[last + 1] as number)) return;
    const step =
      this.#crossing === 'exact' ? this.#stepHolding(crossing, k) : this.#stepAfter(i, crossing, k);
    if (step > last) return;
    this.#people[i * ROW + NEXT] = this.#moving[step] as number;
    this.#moving[step] = i;
  }

  /** The step k' ≥ k with grid[k'] ≤ t < grid[k' + 1]. */
  #stepHolding(t: number, k: number): number {
    const grid = this.#grid;
    let step = this.#gridFromDay[Math.max(0, Math.floor(t))] as number;
    while (step < grid.length && (grid[step] as number) <= t) step++;
    return Math.max(step - 1, k);
  }

  /**
   * The first grid point after k at which person i has passed into another cell. Asks as the table
   * is asked (age + t ≥ begin of band), since begin − age is rounded differently.
   */
  #stepAfter(i: number, crossing: number, k: number): number {
    const grid = this.#grid;
    const cell = this.#people[i * ROW + CELL] as number;
    let step = this.#gridFromDay[Math.max(0, Math.floor(crossing - 1e-6))] as number;
    if (step <= k) step = k + 1;
    while (step < grid.length && this.#advance(i, cell, grid[step] as number) === cell) step++;
    return step;
  }
}
