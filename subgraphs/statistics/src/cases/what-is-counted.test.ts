import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type CaseFilter,
  cellTablesOf,
  openDuckdb,
  readCaseColumns,
  tabulate,
} from '@nodp/warehouse';
import { type Rows, writeRelease } from '@nodp/warehouse/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { coverageOf } from '../registration/coverage.ts';
import { countsIn, type StatisticsAnswer, statisticsOf } from './statistics.ts';

/** So many cases of 2023, a woman of 60 with lung cancer microscopically verified and followed for 2,500 days each. */
const cases = (count: number, of: NonNullable<Rows['cases']>[number]) =>
  Array.from({ length: count }, () => ({
    ...{ sex: 'FEMALE', age_group: 60, diagnosis_year: 2023, diagnosis_month: 1 },
    ...{ residence: '310000', site_group: 'lung', behaviour: '3', stage: 'STAGE_I' },
    ...{ survival_days: 2500, died: false, basis_of_diagnosis: '7' },
    ...of,
  }));

const certified = {
  ...{ basis_of_diagnosis: '0', survival_days: null, untimed: 'DEATH_CERTIFICATE_ONLY' },
  ...{ died: true },
};
const rows = [
  ...cases(60, {}),
  ...cases(20, { basis_of_diagnosis: '5' }),
  ...cases(10, { basis_of_diagnosis: '2', died: true, death_placed: true }),
  ...cases(10, { basis_of_diagnosis: null, survival_days: null, untimed: 'NO_FOLLOW_UP' }),
  ...cases(80, { site_group: 'breast', stage: null }),
  ...cases(20, { site_group: 'breast', ...certified }),
  ...cases(30, { site_group: 'breast', sex: 'MALE' }),
  ...cases(15, { site_group: 'other-skin' }),
  ...cases(25, { site_group: 'brain', topography: 'C71.1' }),
  ...cases(40, { site_group: 'brain', topography: 'C70.0', behaviour: '0' }),
  ...cases(12, { site_group: 'other-endocrine', topography: 'C75.1', behaviour: '1' }),
  ...cases(11, { site_group: 'breast', behaviour: '2' }),
];

/** 400,000 women and 600,000 men under registration in Shanghai in 2023. */
const lived = (persons: number) => new Float64Array(18).fill(persons / 18);
const coverage = coverageOf(
  [
    {
      ...{ registry: 'R', region: '310000', year: 2023, completeness: 0.95 },
      ...{ closedOn: '2024-12-31', lived: [lived(400_000), lived(600_000)] },
    },
  ],
  '2025-03-31',
);

/** What statistics say of the cases of a release, by filter. */
const askerOf = async (name: string, of: NonNullable<Rows['cases']>) => {
  const files = join(folder, name);
  await writeRelease(files, {
    cases: of.map((row, i) => ({ ...row, person_key: i + 1, case_number: 1, only_case: true })),
  });
  const engine = await openDuckdb(files);
  const columns = await readCaseColumns(engine);
  await engine.close();
  return (filter: CaseFilter = {}): StatisticsAnswer =>
    statisticsOf({
      ...{ filter, all: tabulate(columns, filter), standard: 'SEGI', coverage, sources: new Map() },
      whole: cellTablesOf(columns, filter, coverage.counts),
      // Counts are not moved, so that every number is worked by hand.
      rule: { minimumCell: 10, variance: 0, deviation: 0, never: [] },
    });
};

let ask: (filter?: CaseFilter) => StatisticsAnswer;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-counted-'));
  ask = await askerOf('all', rows);
});
afterAll(() => rm(folder, { recursive: true }));

const countOf = (filter: CaseFilter) => ask(filter).cases.value;
const siteOf = (id: string) => ask().bySite.find(({ siteGroup }) => siteGroup === id);

describe('how diagnoses were made', () => {
  test('MV% and DCO% are of all cases, those of unknown basis among them', () => {
    expect(ask({ siteGroups: ['lung'] }).basis).toEqual({
      microscopic: { cases: { value: 80, suppressed: false }, share: 0.8 },
      // Nobody: a count of none is kept back, as every small one.
      deathCertificateOnly: { cases: { value: null, suppressed: true }, share: null },
      other: { cases: { value: 10, suppressed: false }, share: 0.1 },
      unknown: { cases: { value: 10, suppressed: false }, share: 0.1 },
    });
  });
  test('of each site, whatever is chosen', () => {
    expect(siteOf('breast')?.basis.deathCertificateOnly).toMatchObject({
      cases: { value: 20 },
      share: Number((20 / 130).toFixed(3)),
    });
    expect(siteOf('lung')?.basis.microscopic.share).toBe(0.8);
    expect(siteOf('larynx')?.basis.microscopic.share).toBeNull();
  });
});

describe('how many cases have a known stage', () => {
  test('of all that are chosen, the unstaged among them, and of each site', () => {
    expect(ask().stageKnown).toEqual({
      cases: { value: 190, suppressed: false },
      share: Number((190 / 270).toFixed(3)),
    });
    expect(ask({ siteGroups: ['breast'] }).stageKnown.share).toBe(Number((50 / 130).toFixed(3)));
    expect(siteOf('breast')?.stageKnown.cases.value).toBe(50);
    expect(siteOf('lung')?.stageKnown.share).toBe(1);
    expect(siteOf('larynx')?.stageKnown).toEqual({
      cases: { value: null, suppressed: true },
      share: null,
    });
  });
});

test('of a year whose number of cases is kept back, no stage tells it', async () => {
  const asked = await askerOf('years', [
    ...cases(40, {}),
    ...cases(4, { diagnosis_year: 2024 }),
    ...cases(30, { diagnosis_year: 2025 }),
  ]);
  const { byYear, stageByYear } = asked();
  const hidden = byYear.filter(({ cases: { suppressed } }) => suppressed).map(({ year }) => year);
  expect(hidden).toEqual([2024, 2025]);
  for (const { year, stages } of stageByYear)
    expect(stages.some(({ cases: { value } }) => value !== null)).toBe(year === 2023);
});

test('an account’s budget is taken for every count of the answer', () => {
  const shownIn = (value: unknown): number =>
    typeof value !== 'object' || value === null
      ? 0
      : 'suppressed' in value
        ? 1
        : Object.values(value).reduce((sum: number, part) => sum + shownIn(part), 0);
  const answer = ask();
  expect(countsIn(answer)).toBe(shownIn(answer));
});

describe('survival says how many it leaves out', () => {
  test('death certificates only are cases, and in no survival', () => {
    const { cases: counted, survival, leftOut, deathsPlaced } = ask();
    expect(counted.value).toBe(270);
    expect(survival?.cases.value).toBe(240);
    const left = Object.fromEntries(leftOut.map(({ reason, cases: { value } }) => [reason, value]));
    expect(left).toMatchObject({ DEATH_CERTIFICATE_ONLY: 20, NO_FOLLOW_UP: 10 });
    expect(deathsPlaced.value).toBe(10);
  });
});

describe('choices of sites as registries publish them', () => {
  test('all sites, and all but C44', () => {
    expect(countOf({})).toBe(270);
    expect(countOf({ siteGroups: ['all-but-skin'] })).toBe(255);
  });
  test('the central nervous system malignant alone, and with benign and uncertain neoplasms', () => {
    expect(countOf({ siteGroups: ['brain'] })).toBe(25);
    expect(countOf({ siteGroups: ['nervous-system-with-benign'] })).toBe(25 + 40 + 12);
    // Each once, though two choices hold it.
    expect(countOf({ siteGroups: ['brain', 'nervous-system-with-benign'] })).toBe(77);
  });
});

describe('rates are of the sex at risk', () => {
  const [women, men] = [400_000, 600_000];
  const crude = (count: number, persons: number) =>
    Number(((count / persons) * 100_000).toPrecision(4));
  test('breast: women over women, unless men are asked for', () => {
    expect(siteOf('breast')?.rates.crude?.value).toBe(crude(100, women));
    expect(ask({ siteGroups: ['breast'] }).rates.crude?.value).toBe(crude(100, women));
    expect(ask({ siteGroups: ['breast'], sex: 'MALE' }).rates.crude?.value).toBe(crude(30, men));
    expect(siteOf('breast')?.cases.value).toBe(130);
  });
  test('a site of both sexes: everybody', () => {
    expect(ask({ siteGroups: ['lung'] }).rates.crude?.value).toBe(crude(100, 1_000_000));
  });
});
