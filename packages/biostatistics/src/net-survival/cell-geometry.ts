import { bandAt, type LifeTable } from '../life-table/life-table.ts';

/**
 * Band limits are reached this many days early (a hundredth of a second), so that an age given as
 * 68 × 365.241 lies in the band that begins at 24836.388, however either was rounded.
 */
const SNAP = 1e-7;

/**
 * Cells of a life table by number, (stratum · Y + year) · A + age, and the moments at which somebody
 * of an age and date at diagnosis passes from one to the next.
 */
export class CellGeometry {
  readonly #ages: Float64Array;
  readonly #years: Float64Array;

  constructor({ ages, years }: LifeTable) {
    this.#ages = ages.map((begin) => begin - SNAP);
    this.#years = years.map((begin) => begin - SNAP);
  }

  /** The cell of somebody of this age (days) on this day number. */
  cellAt(stratum: number, age: number, date: number): number {
    const { length } = this.#ages;
    return (
      (stratum * this.#years.length + bandAt(this.#years, date)) * length + bandAt(this.#ages, age)
    );
  }

  /** Days after diagnosis at which the cell is left; Infinity at the corner of the table. */
  nextCrossing(cell: number, age: number, date: number): number {
    const ages = this.#ages;
    const years = this.#years;
    const a = cell % ages.length;
    const y = ((cell - a) / ages.length) % years.length;
    const birthday = a + 1 < ages.length ? (ages[a + 1] as number) - age : Infinity;
    const newYear = y + 1 < years.length ? (years[y + 1] as number) - date : Infinity;
    return Math.min(birthday, newYear);
  }

  /** The cell after the crossing, or both crossings, at t days after diagnosis. */
  afterCrossing(cell: number, age: number, date: number, t: number): number {
    const ages = this.#ages;
    const years = this.#years;
    const a = cell % ages.length;
    const y = ((cell - a) / ages.length) % years.length;
    const older = a + 1 < ages.length && (ages[a + 1] as number) - age <= t;
    const later = y + 1 < years.length && (years[y + 1] as number) - date <= t;
    return cell + (older ? 1 : 0) + (later ? ages.length : 0);
  }

  /** The cell of somebody who was in `cell` before and is now of this age on this day number. */
  advanced(cell: number, age: number, date: number): number {
    const ages = this.#ages;
    const years = this.#years;
    let a = cell % ages.length;
    let rest = (cell - a) / ages.length;
    let y = rest % years.length;
    rest -= y;
    while (a + 1 < ages.length && age >= (ages[a + 1] as number)) a++;
    while (y + 1 < years.length && date >= (years[y + 1] as number)) y++;
    return (rest + y) * ages.length + a;
  }
}
