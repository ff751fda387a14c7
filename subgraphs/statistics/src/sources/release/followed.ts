import { has } from '@nodp/cohorts/engine';
import type { CaseColumns, Crossings } from '@nodp/warehouse';
import type { FollowedCases } from '../../survival/followed.ts';
import type { Axis, Chosen } from '../source.ts';
import { dividedBy } from './count.ts';

const MIDDLE_OF_MONTH = 15;

/** The cell of each case that is in one, by the order of cases; of codes that overlap a case is in several. */
const cellsOfCases = (
  crossings: Crossings,
  axes: readonly Axis[],
  chosen: Chosen,
  followed: (row: number) => boolean,
): { readonly rows: Int32Array; readonly cell: Int32Array } => {
  const { parts, rest, ways } = dividedBy(crossings, axes, chosen);
  const many = parts.reduce((product, { size }) => product * size, 1);
  const [rows, cell]: [number[], number[]] = [[], []];
  for (const way of ways)
    crossings.places([...way.divisions, ...parts, ...rest]).forEach((place, row) => {
      if (place < 0 || !followed(row)) return;
      rows.push(row);
      cell.push(way.cells[Math.floor(place / many)] as number);
    });
  return { rows: Int32Array.from(rows), cell: Int32Array.from(cell) };
};

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

/**
 * Cases of a release with a known time of follow-up by the cells of a table.
 * @param closing last day of follow-up, days since 1970-01-01
 */
export const followedCases = (
  { numbers, flags, sex, survivalDays }: CaseColumns,
  crossings: Crossings,
  closing: number,
  axes: readonly Axis[],
  chosen: Chosen,
): FollowedCases => {
  const { diagnosis_year: year, diagnosis_month: month, age } = numbers;
  const monthKnown = (row: number) => year.codes[row] !== 0 && month.codes[row] !== 0;
  const { rows, cell } = cellsOfCases(
    crossings,
    axes,
    chosen,
    (row) => (survivalDays[row] as number) >= 0 && monthKnown(row),
  );
  const value = ({ values, codes }: typeof year, row: number): number =>
    values[(codes[row] as number) - 1] as number;
  const sexes = [2, ...sex.values.map((one) => (one === 'FEMALE' ? 0 : one === 'MALE' ? 1 : 2))];
  const middle = middles();
  return {
    cell,
    days: Float64Array.from(rows, (row) => survivalDays[row] as number),
    died: Uint8Array.from(rows, (row) => (has(flags.died, row) ? 1 : 0)),
    age: Int16Array.from(rows, (row) => (age.codes[row] === 0 ? -1 : value(age, row))),
    date: Float64Array.from(rows, (row) => middle(value(year, row), value(month, row))),
    sex: Uint8Array.from(rows, (row) => sexes[sex.codes[row] as number] as number),
    closing,
  };
};
