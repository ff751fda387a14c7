import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { siteIds } from '@nodp/cohorts/testing';
import { JOINT_SITES, jointSitesOf } from '@nodp/terminology/joint-sites';
import { SUB_SITES } from '@nodp/terminology/sites';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CaseColumns, readCaseColumns } from '../columns/case-columns.ts';
import { openDuckdb } from '../engines/duckdb.ts';
import { randomRows, writeRelease } from '../testing/write-release.ts';
import { cellTablesOf } from './cell-tables.ts';
import { tabulate } from './tabulate.ts';
import { type CaseFilter, MARKS, type Mark } from './tabulation.ts';

const { cases = [] } = randomRows(31, 400);
let folder: string;
let columns: CaseColumns;

const columnsOf = async (rows: typeof cases): Promise<CaseColumns> => {
  await writeRelease(folder, { cases: rows });
  const engine = await openDuckdb(folder);
  try {
    return await readCaseColumns(engine);
  } finally {
    await engine.close();
  }
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-tabulate-'));
  columns = await columnsOf(cases);
});
afterAll(() => rm(folder, { recursive: true }));

type Row = (typeof cases)[number];
type Property = 'site' | 'province' | 'sex' | 'year';

const isCase = (row: Row) => row.behaviour === '3';
const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
const jointOf = ({ site_group, topography, behaviour }: Row): string[] =>
  jointSitesOf(String(site_group), textOf(topography), textOf(behaviour)).map(({ id }) => id);

/** The site group of a case and, where its topography is of one, the part of it. */
const sitesOf = ({ site_group, topography }: Row): string[] => [
  String(site_group),
  ...SUB_SITES.filter(
    (part) =>
      part.siteGroup === site_group &&
      part.topographies.some((code) => String(topography ?? '').startsWith(code)),
  ).map(({ id }) => id),
];

/** The plainest reading of a filter, one property left aside. */
const passes = (row: Row, filter: CaseFilter, aside: Property | null): boolean =>
  (isCase(row) ||
    (aside !== 'site' && jointOf(row).some((id) => filter.siteGroups?.includes(id)))) &&
  (aside === 'site' ||
    !filter.siteGroups ||
    [...(isCase(row) ? sitesOf(row) : []), ...jointOf(row)].some((id) =>
      filter.siteGroups?.includes(id),
    )) &&
  (aside === 'province' || !filter.provinces || filter.provinces.includes(String(row.residence))) &&
  (aside === 'sex' || !filter.sex || row.sex === filter.sex) &&
  (aside === 'year' ||
    ((filter.fromYear === undefined ||
      (row.diagnosis_year !== null && Number(row.diagnosis_year) >= filter.fromYear)) &&
      (filter.toYear === undefined ||
        (row.diagnosis_year !== null && Number(row.diagnosis_year) <= filter.toYear))));

const staged = ({ stage }: Row) => stage !== null && stage !== 'UNKNOWN';
const basis = ({ basis_of_diagnosis }: Row) => String(basis_of_diagnosis ?? 9);

/** The plainest reading of each mark: the compiler holds it complete. */
const MARKED: Readonly<Record<Mark, (row: Row) => boolean>> = {
  MICROSCOPIC: (row) => '5678'.includes(basis(row)),
  DEATH_CERTIFICATE: (row) => basis(row) === '0',
  OTHER: (row) => '1234'.includes(basis(row)),
  UNKNOWN: (row) => basis(row) === '9',
  DEATH_CERTIFICATE_ONLY: ({ untimed }) => untimed === 'DEATH_CERTIFICATE_ONLY',
  NO_DATE_OF_DIAGNOSIS: ({ untimed }) => untimed === 'NO_DATE_OF_DIAGNOSIS',
  DIAGNOSIS_KNOWN_TO_YEAR: ({ untimed }) => untimed === 'DIAGNOSIS_KNOWN_TO_YEAR',
  NO_FOLLOW_UP: ({ untimed }) => untimed === 'NO_FOLLOW_UP',
  ENDS_BEFORE_DIAGNOSIS: ({ untimed }) => untimed === 'ENDS_BEFORE_DIAGNOSIS',
  STAGED: staged,
  UNSTAGED: (row) => !staged(row),
  DEATH_PLACED: ({ death_placed }) => death_placed === true,
};

const sum = (counts: Uint32Array) => counts.reduce((a, b) => a + b, 0);

const partIds = SUB_SITES.filter(({ siteGroup }) =>
  (siteIds as readonly string[]).includes(siteGroup),
).map(({ id }) => id);

const filters: fc.Arbitrary<CaseFilter> = fc.record(
  {
    siteGroups: fc.subarray([...siteIds, ...partIds, ...JOINT_SITES.map(({ id }) => id)], {
      minLength: 1,
    }),
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
      expect(sum(tables.total.counts)).toBe(of(null).length);
      expect(sum(tables.bySex.counts)).toBe(of('sex').length);
      for (const [aside, column, { values, counts, parts }] of [
        ['year', 'diagnosis_year', tables.byYear],
        ['province', 'residence', tables.byProvince],
        ['site', 'site_group', tables.bySite],
      ] as const)
        values.forEach((value, i) => {
          const width = parts * 3 * 19;
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
      for (const [table, aside] of [
        [tables.marks, null],
        [tables.marksBySite, 'site'],
      ] as const)
        for (const [place, mark] of MARKS.entries()) {
          const marked = table.counts.filter((_, i) => i % MARKS.length === place);
          expect([mark, sum(marked)]).toEqual([mark, of(aside).filter(MARKED[mark]).length]);
        }
    }),
    { numRuns: 60 },
  );
});

test('who was not followed is no death on the day after the last, however short the release', async () => {
  const [case_ = {}] = cases.filter(isCase);
  const young = await columnsOf([
    { ...case_, person_key: 1, survival_days: 10, died: true },
    { ...case_, person_key: 2, survival_days: 400, died: false },
    { ...case_, person_key: 3, survival_days: null, died: true },
  ]);
  const { survival, survivalBySite } = tabulate(young);
  expect(survivalBySite).toHaveLength(2);
  for (const counts of [survival, survivalBySite[1]]) {
    expect(counts?.untimed).toBe(1);
    expect([counts?.deaths.indexOf(1), sum(counts?.deaths ?? new Uint32Array())]).toEqual([10, 1]);
    expect([counts?.censored[400], sum(counts?.censored ?? new Uint32Array())]).toEqual([1, 1]);
  }
});

test('held to some years, the tables by sex and age count those and no others', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const late = (year: number | null) => year === null || year >= 2020;
      const [of, rest] = [late, (year: number | null) => !late(year)].map((years) =>
        cellTablesOf(columns, filter, years),
      );
      const both = tabulate(columns, filter);
      for (const table of ['byProvince', 'bySite', 'byYear', 'total', 'bySex'] as const)
        for (const sums of ['counts', 'keys'] as const)
          expect(both[table][sums]).toEqual(
            of?.[table][sums].map((n, i) => n + (rest?.[table][sums][i] ?? 0)),
          );
      const { total } = cellTablesOf(columns, filter, (year) => year === 2019);
      expect(sum(total.counts)).toBe(
        cases.filter((row) => row.diagnosis_year === 2019 && passes(row, filter, null)).length,
      );
    }),
    { numRuns: 30 },
  );
});
