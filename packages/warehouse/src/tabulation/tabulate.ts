import { has } from '../columns/bits.ts';
import type { CaseColumns, Coded } from '../columns/case-columns.ts';
import {
  type Breakdown,
  type CaseFilter,
  FIVE_YEARS,
  type SurvivalCounts,
  TABLE_AGES,
  TABLE_SEXES,
  type Tabulation,
} from './tabulation.ts';

/** What does not depend on the filter, made once a release. */
interface Prepared {
  /** Rows of malignant cases. */
  readonly rows: Int32Array;
  /** Place in a table `[sex][age]`, by row. */
  readonly cell: Uint8Array;
  readonly longest: number;
}
const CELLS = TABLE_SEXES * TABLE_AGES;
const AGE_UNKNOWN = TABLE_AGES - 1;

/** Behaviour /3, or none reported: in situ and benign tumours are no cancer incidence. */
const malignant = ({ behaviour, stage }: CaseColumns) => {
  const invasive = behaviour.values.map((value) => value === '3');
  const inSitu = stage.values.indexOf('STAGE_0') + 1;
  return (row: number): boolean => {
    const code = behaviour.codes[row] as number;
    if (code > 0) return invasive[code - 1] === true;
    return inSitu === 0 || stage.codes[row] !== inSitu;
  };
};

const prepare = (columns: CaseColumns): Prepared => {
  const { sex, numbers, survivalDays } = columns;
  const sexes = [2, ...sex.values.map((value) => ['FEMALE', 'MALE'].indexOf(value))];
  const ages = [AGE_UNKNOWN, ...numbers.age_group.values.map((from) => from / 5)];
  const isCase = malignant(columns);
  const rows = Int32Array.from({ length: columns.rows }, (_, row) => row).filter(isCase);
  const cell = new Uint8Array(columns.rows);
  let longest = 0;
  for (const row of rows) {
    const sexPlace = sexes[sex.codes[row] as number] as number;
    const agePlace = ages[numbers.age_group.codes[row] as number] as number;
    cell[row] = (sexPlace < 0 ? 2 : sexPlace) * TABLE_AGES + agePlace;
    longest = Math.max(longest, survivalDays[row] as number);
  }
  return { rows, cell, longest };
};

const prepared = new WeakMap<CaseColumns, Prepared>();
const preparedOf = (columns: CaseColumns): Prepared => {
  let found = prepared.get(columns);
  if (found === undefined) {
    found = prepare(columns);
    prepared.set(columns, found);
  }
  return found;
};

/** 0 for a value that passes and `fails` for one that does not; not known passes where nothing is asked. */
const failing = <V extends string | number>(
  { values }: Coded<V>,
  fails: number,
  passes: ((value: V) => boolean) | null,
): Uint8Array =>
  Uint8Array.from([null, ...values], (value) =>
    passes === null || (value !== null && passes(value as V)) ? 0 : fails,
  );

const among = (codes: readonly string[] | undefined): ((value: string) => boolean) | null => {
  if (codes === undefined || codes.length === 0) return null;
  const set = new Set(codes);
  return (value) => set.has(value);
};

const breakdown = <V extends string | number>({ values }: Coded<V>): Breakdown<V> => ({
  values: [null, ...values],
  counts: new Uint32Array((values.length + 1) * CELLS),
});

const survivalTable = (days: number) => ({
  deaths: new Uint32Array(days + 1),
  censored: new Uint32Array(days + 1),
  untimed: 0,
});

const [SITE, PROVINCE, SEX, YEAR] = [1, 2, 4, 8] as const;

const increase = (counts: Uint32Array, at: number): void => {
  counts[at] = (counts[at] as number) + 1;
};

const see = (
  table: { deaths: Uint32Array; censored: Uint32Array; untimed: number },
  days: number,
  died: boolean,
): void => {
  const last = table.deaths.length - 1;
  if (days < 0) table.untimed++;
  else if (days > last) increase(table.censored, last);
  else increase(died ? table.deaths : table.censored, days);
};

/** Rows of the malignant cases of some years of diagnosis, null being not known: what `tabulate` may be held to. */
export const rowsOfYears = (
  columns: CaseColumns,
  wanted: (year: number | null) => boolean,
): Int32Array => {
  const { values, codes } = columns.numbers.diagnosis_year;
  const passes = [null, ...values].map(wanted);
  return preparedOf(columns).rows.filter((row) => passes[codes[row] as number] === true);
};

/**
 * All tables of a filter in one pass over the cases; some 10 ms at a million.
 * @param only the rows to pass over: those of malignant cases, or some of them
 */
export const tabulate = (
  columns: CaseColumns,
  filter: CaseFilter = {},
  only?: Int32Array,
): Tabulation => {
  const { rows: every, cell, longest } = preparedOf(columns);
  const rows = only ?? every;
  const { site_group: site, residence, sex, stage, numbers, flags, survivalDays } = columns;
  const year = numbers.diagnosis_year;
  const { fromYear = -Infinity, toYear = Infinity } = filter;
  const anyYear = filter.fromYear === undefined && filter.toYear === undefined;
  const bySiteFails = failing(site, SITE, among(filter.siteGroups));
  const byProvinceFails = failing(residence, PROVINCE, among(filter.provinces));
  const bySexFails = failing(sex, SEX, among(filter.sex && [filter.sex]));
  const byYearFails = failing(year, YEAR, anyYear ? null : (y) => y >= fromYear && y <= toYear);

  const total = new Uint32Array(CELLS);
  const bySex = new Uint32Array(CELLS);
  const [byYear, byProvince, bySite] = [breakdown(year), breakdown(residence), breakdown(site)];
  const stages = stage.values.length + 1;
  const byStage = new Uint32Array(byYear.values.length * stages);
  const survival = survivalTable(longest);
  const survivalBySite = bySite.values.map(() => survivalTable(FIVE_YEARS));

  // Out of their objects once: the loop below runs for every case of the nation.
  const [siteCodes, provinceCodes, yearCodes] = [site.codes, residence.codes, year.codes];
  const [sexCodes, stageCodes] = [sex.codes, stage.codes];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const s = siteCodes[row] as number;
    const p = provinceCodes[row] as number;
    const y = yearCodes[row] as number;
    const fails =
      (bySiteFails[s] as number) |
      (byProvinceFails[p] as number) |
      (bySexFails[sexCodes[row] as number] as number) |
      (byYearFails[y] as number);
    // Two properties failed: in no table.
    if ((fails & (fails - 1)) !== 0) continue;
    const at = cell[row] as number;
    if ((fails & ~YEAR) === 0) {
      increase(byYear.counts, y * CELLS + at);
      increase(byStage, y * stages + (stageCodes[row] as number));
    }
    if ((fails & ~PROVINCE) === 0) increase(byProvince.counts, p * CELLS + at);
    if ((fails & ~SEX) === 0) increase(bySex, at);
    if ((fails & ~SITE) !== 0) continue;
    increase(bySite.counts, s * CELLS + at);
    const days = survivalDays[row] as number;
    const died = has(flags.died, row);
    see(survivalBySite[s] as (typeof survivalBySite)[number], days, died);
    if (fails !== 0) continue;
    increase(total, at);
    see(survival, days, died);
  }
  return {
    total,
    bySex,
    byYear,
    byProvince,
    bySite,
    byStage: { years: byYear.values, stages: [null, ...stage.values], counts: byStage },
    survival,
    survivalBySite: survivalBySite satisfies readonly SurvivalCounts[],
  };
};
