import { has } from '@nodp/cohorts/engine';
import type { CaseColumns, Crossings } from '@nodp/warehouse';
import type { FollowedCases, ReportedCases } from '../../survival/followed.ts';
import type { Axis, Chosen } from '../source.ts';
import { dividedBy } from './count.ts';

const MIDDLE_OF_MONTH = 15;

/** What is known of the follow-up of every case of a release, by its row; days are -1 where follow-up or the month is not known. */
type OfRows = Omit<FollowedCases, 'cell' | 'closing'>;

/** Day of the middle of each month, days since 1970-01-01. */
const middles = () => {
  const known = new Map<number, number>();
  return (year: number, month: number): number => {
    const key = year * 12 + month;
    const day = known.get(key) ?? Date.UTC(year, month - 1, MIDDLE_OF_MONTH) / 86_400_000;
    known.set(key, day);
    return day;
  };
};

const made = new WeakMap<CaseColumns, OfRows>();

/** Made once a release: 26 bytes a case. */
const ofRows = (columns: CaseColumns): OfRows => {
  const found = made.get(columns);
  if (found !== undefined) return found;
  const { numbers, flags, sex, survivalDays, rows } = columns;
  const { diagnosis_year: year, diagnosis_month: month, age } = numbers;
  const sexes = [2, ...sex.values.map((one) => (one === 'FEMALE' ? 0 : one === 'MALE' ? 1 : 2))];
  const middle = middles();
  const of = {
    days: new Float64Array(rows),
    died: new Uint8Array(rows),
    age: new Int16Array(rows),
    date: new Float64Array(rows),
    sex: new Uint8Array(rows),
  };
  for (let row = 0; row < rows; row++) {
    const [y, m] = [year.codes[row] as number, month.codes[row] as number];
    const known = (survivalDays[row] as number) >= 0 && y !== 0 && m !== 0;
    of.days[row] = known ? (survivalDays[row] as number) : -1;
    of.died[row] = has(flags.died, row) ? 1 : 0;
    const code = age.codes[row] as number;
    of.age[row] = code === 0 ? -1 : (age.values[code - 1] as number);
    of.date[row] = known ? middle(year.values[y - 1] as number, month.values[m - 1] as number) : 0;
    of.sex[row] = sexes[sex.codes[row] as number] as number;
  }
  made.set(columns, of);
  return of;
};

/** The cell of each followed case that is in one, by the order of cases; of codes that overlap a case is in several. */
const cellsOfCases = (
  crossings: Crossings,
  axes: readonly Axis[],
  chosen: Chosen,
  days: Float64Array,
): { readonly rows: Int32Array; readonly cell: Int32Array } => {
  const { parts, rest, ways } = dividedBy(crossings, axes, chosen);
  const many = parts.reduce((product, { size }) => product * size, 1);
  let [rows, cell, taken] = [new Int32Array(days.length), new Int32Array(days.length), 0];
  for (const way of ways) {
    const places = crossings.places([...way.divisions, ...parts, ...rest]);
    if (taken + places.length > rows.length) {
      // Another layer of overlapping codes: as many again at most.
      const longer = () => new Int32Array(taken + places.length);
      const [moreRows, moreCells] = [longer(), longer()];
      moreRows.set(rows.subarray(0, taken));
      moreCells.set(cell.subarray(0, taken));
      [rows, cell] = [moreRows, moreCells];
    }
    for (let row = 0; row < places.length; row++) {
      const place = places[row] as number;
      if (place < 0 || (days[row] as number) < 0) continue;
      rows[taken] = row;
      cell[taken] = way.cells[Math.floor(place / many)] as number;
      taken++;
    }
  }
  return { rows: rows.slice(0, taken), cell: cell.slice(0, taken) };
};

const gathered = <A extends Float64Array | Uint8Array | Int16Array>(
  from: A,
  rows: Int32Array,
  to: A,
): A => {
  for (let i = 0; i < rows.length; i++) to[i] = from[rows[i] as number] as number;
  return to;
};

const followedIn = (
  columns: CaseColumns,
  crossings: Crossings,
  closing: number,
  axes: readonly Axis[],
  chosen: Chosen,
): { readonly rows: Int32Array; readonly cases: FollowedCases } => {
  const of = ofRows(columns);
  const { rows, cell } = cellsOfCases(crossings, axes, chosen, of.days);
  const { length } = rows;
  const cases = {
    cell,
    days: gathered(of.days, rows, new Float64Array(length)),
    died: gathered(of.died, rows, new Uint8Array(length)),
    age: gathered(of.age, rows, new Int16Array(length)),
    date: gathered(of.date, rows, new Float64Array(length)),
    sex: gathered(of.sex, rows, new Uint8Array(length)),
    closing,
  };
  return { rows, cases };
};

/**
 * Cases of a release with a known time of follow-up by the cells of a table.
 * @param closing last day of follow-up, days since 1970-01-01
 */
export const followedCases = (...asked: Parameters<typeof followedIn>): FollowedCases =>
  followedIn(...asked).cases;

/** The same with when each was first reported. */
export const reportedCases = (...asked: Parameters<typeof followedIn>): ReportedCases => {
  const { rows, cases } = followedIn(...asked);
  const [{ numbers, cancerDeath }] = asked;
  const { values, codes } = numbers.registered_days;
  return {
    ...cases,
    registered: Int32Array.from(rows, (row) => {
      const code = codes[row] as number;
      return code === 0 ? -1 : (values[code - 1] as number);
    }),
    cancerDeath: Int8Array.from(rows, (row) => cancerDeath[row] as number),
  };
};
