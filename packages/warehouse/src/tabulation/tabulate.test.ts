import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CaseColumns, readCaseColumns } from '../columns/case-columns.ts';
import { openDuckdb } from '../engines/duckdb.ts';
import { randomRows, writeRelease } from '../testing/random-warehouse.ts';
import { siteIds } from '../testing/vocabulary.ts';
import { casesOfYears, tabulate } from './tabulate.ts';
import type { CaseFilter } from './tabulation.ts';

const { cases = [] } = randomRows(31, 400);
let folder: string;
let columns: CaseColumns;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-tabulate-'));
  await writeRelease(folder, { cases });
  const engine = await openDuckdb(folder);
  columns = await readCaseColumns(engine);
  await engine.close();
});
afterAll(() => rm(folder, { recursive: true }));

type Row = (typeof cases)[number];
type Property = 'site' | 'province' | 'sex' | 'year';

const isCase = (row: Row) =>
  row.behaviour === null ? row.stage !== 'STAGE_0' : row.behaviour === '3';

/** The plainest reading of a filter, one property left aside. */
const passes = (row: Row, filter: CaseFilter, aside: Property | null): boolean =>
  isCase(row) &&
  (aside === 'site' || !filter.siteGroups || filter.siteGroups.includes(String(row.site_group))) &&
  (aside === 'province' || !filter.provinces || filter.provinces.includes(String(row.residence))) &&
  (aside === 'sex' || !filter.sex || row.sex === filter.sex) &&
  (aside === 'year' ||
    ((filter.fromYear === undefined ||
      (row.diagnosis_year !== null && Number(row.diagnosis_year) >= filter.fromYear)) &&
      (filter.toYear === undefined ||
        (row.diagnosis_year !== null && Number(row.diagnosis_year) <= filter.toYear))));

const sum = (counts: Uint32Array) => counts.reduce((a, b) => a + b, 0);

const filters: fc.Arbitrary<CaseFilter> = fc.record(
  {
    siteGroups: fc.subarray([...siteIds], { minLength: 1 }),
    provinces: fc.subarray(['110000', '310000', '440000'], { minLength: 1 }),
    sex: fc.constantFrom('FEMALE' as const, 'MALE' as const),
    fromYear: fc.integer({ min: 2014, max: 2020 }),
    toYear: fc.integer({ min: 2018, max: 2026 }),
  },
  { requiredKeys: [] },
);

test('women of 60 to 64 with lung cancer in 2019', () => {
  const { byYear } = tabulate(columns, { siteGroups: ['lung'] });
  const expected = cases.filter(
    (row) =>
      isCase(row) &&
      row.site_group === 'lung' &&
      row.diagnosis_year === 2019 &&
      row.sex === 'FEMALE' &&
      row.age_group === 60,
  ).length;
  const at = byYear.values.indexOf(2019) * 3 * 19 + 0 * 19 + 60 / 5;
  expect(byYear.counts[at]).toBe(expected);
});

test('each table counts what reading row by row counts, its own property left aside', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const tables = tabulate(columns, filter);
      const of = (aside: Property | null) => cases.filter((row) => passes(row, filter, aside));
      expect(sum(tables.total)).toBe(of(null).length);
      expect(sum(tables.bySex)).toBe(of('sex').length);
      const width = 3 * 19;
      for (const [aside, column, { values, counts }] of [
        ['year', 'diagnosis_year', tables.byYear],
        ['province', 'residence', tables.byProvince],
        ['site', 'site_group', tables.bySite],
      ] as const)
        values.forEach((value, i) => {
          const rows = of(aside).filter((row) => row[column] === value);
          expect(sum(counts.subarray(i * width, (i + 1) * width))).toBe(rows.length);
        });
      const { survival, survivalBySite } = tables;
      const timed = of(null).filter((row) => row.survival_days !== null);
      expect(sum(survival.deaths)).toBe(timed.filter((row) => row.died).length);
      expect(sum(survival.deaths) + sum(survival.censored)).toBe(timed.length);
      expect(survival.untimed).toBe(of(null).length - timed.length);
      const bySite = survivalBySite.reduce(
        (n, s) => n + sum(s.deaths) + sum(s.censored) + s.untimed,
        0,
      );
      expect(bySite).toBe(of('site').length);
      expect(sum(tables.byStage.counts)).toBe(of('year').length);
    }),
    { numRuns: 60 },
  );
});

test('held to the rows of some years, it counts those and no others', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const late = (year: number | null) => year === null || year >= 2020;
      const [of, rest] = [late, (year: number | null) => !late(year)].map(
        (years) => tabulate(columns, filter, casesOfYears(columns, years)).bySite.counts,
      );
      const both = tabulate(columns, filter).bySite.counts;
      expect(both.map((n, i) => n - (of?.[i] ?? 0) - (rest?.[i] ?? 0)).every((n) => n === 0)).toBe(
        true,
      );
      const cases = tabulate(
        columns,
        {},
        casesOfYears(columns, (year) => year === 2019),
      ).byYear;
      expect(
        cases.values.filter((_, i) => sum(cases.counts.subarray(i * 57, (i + 1) * 57)) > 0),
      ).toEqual([2019]);
    }),
    { numRuns: 30 },
  );
});
