import { type LifeTable, lifeTable, lifeTableStratum } from '../../life-table/life-table.ts';
import { column, hasShared, readShared } from '../../testing/shared-data.ts';
import type { Patients } from '../patients.ts';

const folder = 'data/survival';
const files = {
  table: `${folder}/relsurv_slopop_daily_hazard.csv`,
  patients: `${folder}/relsurv_rdata.csv`,
  expected: `${folder}/expected_relsurv_rdata.csv`,
};

/** Are relsurv's example data (Slovene life table, 1,040 patients after infarction) there? */
export const hasSlovenia = () => hasShared(...Object.values(files));

/** relsurv counts days from 1960-01-01, we from 1970-01-01. */
export const DAY_1960 = Date.UTC(1960, 0, 1) / 86_400_000;

/** relsurv's `slopop`: 104 ages × 45 calendar years × sex. */
export function slopop(): LifeTable {
  const rows = readShared(files.table);
  const sexes = ['male', 'female'];
  const ages = [...new Set(column(rows, 'age_from_days'))];
  const dates = [...new Set(rows.map((row) => row.year_from_date as string))];
  const hazards = new Float64Array(rows.length);
  for (const row of rows) {
    const age = ages.indexOf(Number(row.age_from_days));
    const date = dates.indexOf(row.year_from_date as string);
    const sex = sexes.indexOf(row.sex as string);
    hazards[(sex * dates.length + date) * ages.length + age] = Number(row.hazard_per_day);
  }
  return lifeTable({
    ages,
    years: dates.map((date) => Date.parse(date) / 86_400_000),
    factors: [{ name: 'sex', categories: sexes }],
    hazards,
  });
}

/** relsurv's `rdata`, with 0 for men and 1 for women. */
export function rdata(table: LifeTable): Patients & { readonly sex: Float64Array } {
  const rows = readShared(files.patients);
  const sex = rows.map((row) => row.sex as string);
  return {
    time: column(rows, 'time'),
    status: column(rows, 'cens'),
    age: column(rows, 'age_years').map((years) => years * 365.241),
    date: column(rows, 'year_days_since_1960').map((day) => day + DAY_1960),
    stratum: Float64Array.from(sex, (s) => lifeTableStratum(table, { sex: s })),
    sex: Float64Array.from(sex, (s) => (s === 'female' ? 1 : 0)),
  };
}

export type Expected = {
  readonly days: number;
  readonly survival: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
};

/** What relsurv's `rs.surv` answers for `rdata`, all patients or one sex. */
export function expectedOfRelsurv(method: string, stratum: 'all' | 'sex=1' | 'sex=2'): Expected[] {
  return readShared(files.expected)
    .filter((row) => row.method === method && row.stratum === stratum)
    .map((row) => ({
      days: Number(row.days),
      survival: Number(row.surv),
      standardError: Number(row.std_err),
      lower: Number(row.lower),
      upper: Number(row.upper),
    }));
}
