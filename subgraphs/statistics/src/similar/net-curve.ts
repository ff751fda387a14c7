import {
  DAYS_PER_YEAR,
  type LifeTable,
  lifeTableStratum,
  type Patients,
  poharPerme,
} from '@nodp/biostatistics';
import type { CurvePoint } from '@nodp/disclosure';
import type { CaseColumns, SurvivalSets } from '@nodp/warehouse';

/** Days of a month, as a year of 365.25 days has them. */
const MONTH = 30.4375;
const SEXES: Readonly<Record<string, string>> = { FEMALE: 'female', MALE: 'male' };

/** Days since 1970 of the middle of a month; of a year where the month is not known. */
const dayOf = (year: number, month: number | null): number =>
  Date.UTC(year, month === null ? 6 : month - 1, month === null ? 1 : 15) / 86_400_000;

interface Found {
  /** Exact: not to be shown before it passed disclosure control. */
  readonly points: readonly CurvePoint[];
  /** Disclosure keys of those whose age, sex or year is not known. */
  readonly leftOut: readonly number[];
}

/** A number of a coded column; null where it is not known. */
const numberAt = (column: { values: readonly number[]; codes: ArrayLike<number> }, row: number) => {
  const code = column.codes[row] as number;
  return code === 0 ? null : (column.values[code - 1] as number);
};

/**
 * Net survival by months from diagnosis. Age counts from the middle of its completed year (those of 90 and more are 90 in a release),
 * the diagnosis from the middle of its month. Source: Pohar Perme, Stare, Estève 2012 (`poharPerme`).
 */
export const netCurve = (
  { time, event, row }: Pick<SurvivalSets, 'time' | 'event' | 'row'>,
  { numbers, sex }: Pick<CaseColumns, 'numbers' | 'sex'>,
  table: LifeTable,
  months: number,
): Found => {
  const strata = Object.fromEntries(
    Object.entries(SEXES).map(([ours, its]) => [ours, lifeTableStratum(table, { sex: its })]),
  );
  const patients = { time: [], status: [], age: [], date: [], stratum: [] } as Record<
    'time' | 'status' | 'age' | 'date' | 'stratum',
    number[]
  >;
  const leftOut: number[] = [];
  row.forEach((place, i) => {
    const [age, year] = [numberAt(numbers.age, place), numberAt(numbers.diagnosis_year, place)];
    const stratum = strata[sex.values[(sex.codes[place] as number) - 1] ?? ''];
    if (age === null || year === null || stratum === undefined) {
      leftOut.push(place);
      return;
    }
    patients.time.push(time[i] as number);
    patients.status.push(event[i] as number);
    patients.age.push((age + 0.5) * DAYS_PER_YEAR);
    patients.date.push(dayOf(year, numberAt(numbers.diagnosis_month, place)));
    patients.stratum.push(stratum);
  });
  if (patients.time.length === 0) return { points: [], leftOut };
  const curve = poharPerme(table, patients satisfies Patients);
  const points = Array.from({ length: months + 1 }, (_, month): CurvePoint => {
    const day = month * MONTH;
    const at = curve.time.findLastIndex((when) => when <= day);
    return {
      time: month,
      survival: at < 0 ? 1 : (curve.survival[at] as number),
      deaths: patients.time.filter((when, i) => when <= day && patients.status[i] === 1).length,
      atRisk: patients.time.filter((when) => when >= day).length,
    };
  });
  return { points, leftOut };
};
