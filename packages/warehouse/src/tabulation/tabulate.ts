import type { CaseColumns, Coded } from '../columns/case-columns.ts';
import { KEY, packedCases } from './packed-cases.ts';
import {
  type Breakdown,
  type CaseFilter,
  FIVE_YEARS,
  type SurvivalCounts,
  TABLE_AGES,
  TABLE_SEXES,
  type Tabulation,
} from './tabulation.ts';

const CELLS = TABLE_SEXES * TABLE_AGES;

/** 0 for a value that passes and `fails` for one that does not; not known passes where nothing is asked. */
const failing = <V extends string | number>(
  values: readonly (V | null)[],
  fails: number,
  passes: ((value: V) => boolean) | null,
): Uint8Array =>
  Uint8Array.from(values, (value) =>
    passes === null || (value !== null && passes(value)) ? 0 : fails,
  );

const among = (codes: readonly string[] | undefined): ((value: string) => boolean) | null => {
  if (codes === undefined || codes.length === 0) return null;
  const set = new Set(codes);
  return (value) => set.has(value);
};

/** The same by place in `[sex][age]`. */
const failingSex = (fails: number, sex: CaseFilter['sex']): Uint8Array => {
  const wanted = sex === 'FEMALE' ? 0 : 1;
  return Uint8Array.from({ length: CELLS }, (_, cell) =>
    sex === undefined || Math.floor(cell / TABLE_AGES) === wanted ? 0 : fails,
  );
};

const breakdown = <V extends string | number>({ values }: Coded<V>): Breakdown<V> => ({
  values: [null, ...values],
  counts: new Uint32Array((values.length + 1) * CELLS),
});

const [SITE, PROVINCE, SEX, YEAR] = [1, 2, 4, 8] as const;

const increase = (counts: Uint32Array, at: number): void => {
  counts[at] = (counts[at] as number) + 1;
};

/**
 * From counts `[day][censored, died]` in which those seen for longer are at `last + 1` and those whose time
 * is not known at `last + 2`.
 */
const survivalCounts = (seen: Uint32Array, last: number): SurvivalCounts => {
  const [deaths, censored] = [new Uint32Array(last + 1), new Uint32Array(last + 1)];
  const of = (day: number, died: 0 | 1) => seen[2 * day + died] as number;
  for (let day = 0; day <= last; day++) {
    censored[day] = of(day, 0);
    deaths[day] = of(day, 1);
  }
  censored[last] = (censored[last] as number) + of(last + 1, 0) + of(last + 1, 1);
  return { deaths, censored, untimed: of(last + 2, 0) + of(last + 2, 1) };
};

/** Cases of some years of diagnosis, null being not known: what `tabulate` may be held to. */
export const casesOfYears = (
  columns: CaseColumns,
  wanted: (year: number | null) => boolean,
): Int32Array => {
  const passes = [null, ...columns.numbers.diagnosis_year.values].map(wanted);
  const { keys } = packedCases(columns);
  return Int32Array.from(keys, (_, i) => i).filter(
    (i) => passes[((keys[i] as number) >>> KEY.year) & 127] === true,
  );
};

/**
 * All tables of a filter in one pass over the cases.
 * @param only the cases to pass over, as `casesOfYears` gives them
 */
export const tabulate = (
  columns: CaseColumns,
  filter: CaseFilter = {},
  only?: Int32Array,
): Tabulation => {
  const { keys, days, longest } = packedCases(columns);
  const { site_group, residence, stage, numbers } = columns;
  const { fromYear = -Infinity, toYear = Infinity } = filter;
  const anyYear = filter.fromYear === undefined && filter.toYear === undefined;
  const byYear = breakdown(numbers.diagnosis_year);
  const byProvince = breakdown(residence);
  const bySite = breakdown(site_group);
  const siteFails = failing(bySite.values, SITE, among(filter.siteGroups));
  const provinceFails = failing(byProvince.values, PROVINCE, among(filter.provinces));
  const yearFails = failing(
    byYear.values,
    YEAR,
    anyYear ? null : (year) => year >= fromYear && year <= toYear,
  );
  const sexFails = failingSex(SEX, filter.sex);

  const total = new Uint32Array(CELLS);
  const bySex = filter.sex === undefined ? total : new Uint32Array(CELLS);
  const stages = stage.values.length + 1;
  const byStage = new Uint32Array(byYear.values.length * stages);
  const seen = new Uint32Array(2 * (longest + 3));
  const ofSite = 2 * (FIVE_YEARS + 3);
  const seenBySite = new Uint32Array(bySite.values.length * ofSite);

  const length = only === undefined ? keys.length : only.length;
  for (let j = 0; j < length; j++) {
    const i = only === undefined ? j : (only[j] as number);
    const key = keys[i] as number;
    const site = key & 63;
    const province = (key >>> KEY.province) & 63;
    const year = (key >>> KEY.year) & 127;
    const cell = (key >>> KEY.cell) & 63;
    const fails =
      (siteFails[site] as number) |
      (provinceFails[province] as number) |
      (yearFails[year] as number) |
      (sexFails[cell] as number);
    // Two properties failed: in no table.
    if ((fails & (fails - 1)) !== 0) continue;
    if ((fails & ~YEAR) === 0) {
      increase(byYear.counts, year * CELLS + cell);
      increase(byStage, year * stages + ((key >>> KEY.stage) & 7));
    }
    if ((fails & ~PROVINCE) === 0) increase(byProvince.counts, province * CELLS + cell);
    if (fails === SEX) increase(bySex, cell);
    if ((fails & ~SITE) !== 0) continue;
    increase(bySite.counts, site * CELLS + cell);
    const day = days[i] as number;
    const died = (key >>> KEY.died) & 1;
    const within = day <= FIVE_YEARS ? day : day <= longest ? FIVE_YEARS + 1 : FIVE_YEARS + 2;
    increase(seenBySite, site * ofSite + 2 * within + died);
    if (fails !== 0) continue;
    increase(total, cell);
    increase(seen, 2 * (day <= longest ? day : longest + 2) + died);
  }
  // What passes the whole filter is in the table that leaves sex aside as well.
  if (bySex !== total)
    for (let cell = 0; cell < CELLS; cell++)
      bySex[cell] = (bySex[cell] as number) + (total[cell] as number);
  return {
    total,
    bySex,
    byYear,
    byProvince,
    bySite,
    byStage: { years: byYear.values, stages: [null, ...stage.values], counts: byStage },
    survival: survivalCounts(seen, longest),
    survivalBySite: bySite.values.map((_, site) =>
      survivalCounts(seenBySite.subarray(site * ofSite, (site + 1) * ofSite), FIVE_YEARS),
    ),
  };
};
