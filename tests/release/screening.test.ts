import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { buildRelease } from '@nodp/subgraph-research';
import { folderOf } from '@nodp/warehouse';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { releaseExtracts } from '../../apps/gateway/src/release-extracts.ts';
import { readParquet } from './parquet.ts';
import { clinicalPool } from './pool.ts';
import { screeningScenarios } from './screening-scenarios.ts';

/** How cases were found, when they were first reported, and what became of rounds of screening. */
let db: TestDatabase;
let sql: postgres.Sql;
let folder: string;
let released: string;

/** First reported so many days after the diagnosis, by a province of its own. */
const REPORTED: Readonly<Record<string, readonly [diagnosed: string, received: string]>> = {
  210100: ['2022-03-01', '2022-08-31'],
  210200: ['2022-03-01', '2022-09-01'],
  210300: ['2022-03-01', '2024-02-29'],
  210400: ['2022-03-01', '2024-03-01'],
  210500: ['2022-03-01', '2022-02-01'],
};

beforeAll(async () => {
  db = await testDatabase();
  sql = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  folder = await mkdtemp(join(tmpdir(), 'nodp-screening-'));
  const pool = clinicalPool(sql);
  await pool.institutions();
  for (const [residence, { patient = {}, tumours, rounds }] of Object.entries(screeningScenarios)) {
    await pool.patient(residence, { residence_code: residence, ...patient });
    for (const tumour of tumours) await pool.tumour(residence, { kind: 'PRIMARY', ...tumour });
    for (const round of rounds) await pool.screening(residence, round);
  }
  for (const [residence, [diagnosed_on, received]] of Object.entries(REPORTED)) {
    await pool.patient(residence, { residence_code: residence });
    await pool.tumour(residence, {
      ...{ kind: 'PRIMARY', site_group: 'lung', icd10: 'C34.1', diagnosed_on },
      recorded_at: `${received}T04:00:00Z`,
    });
  }
  // One that was corrected later came when it first came.
  await sql`update patients.tumour set content_hash = 'corrected', recorded_at = '2025-01-01'
    where recorded_at = '2022-08-31T04:00:00Z'`;
  await pool.summarise();
  const { number } = await buildRelease({
    ...{ ownerUrl: db.ownerUrl, extracts: releaseExtracts, folder, closing: '2024-12-31' },
  });
  released = join(folder, folderOf(number));
});
afterAll(async () => {
  await sql.end();
  await db.end();
  await rm(folder, { recursive: true });
});

const casesOf = (residence: number) =>
  readParquet(released, 'cases', `where residence = '${residence}'`);
const roundsOf = (residence: number) =>
  readParquet(released, 'screening', `where residence = '${residence}' order by programme, year`);

test.each([
  ['a positive test of the organ within a year', 150100, 'SCREENING'],
  ['a hospital’s word before the test’s', 150200, 'SYMPTOMS'],
  ['of two words, screening', 150300, 'SCREENING'],
  ['a test of another organ says nothing', 150400, null],
  ['nor does one of more than a year before', 150500, null],
  ['nor a negative one', 150600, null],
])('how a case was found: %s', async (_, residence, detection) => {
  expect(await casesOf(residence)).toMatchObject([{ detection }]);
});

test('a round that found a cancer, with its stage and the age in that year', async () => {
  expect(await roundsOf(150100)).toMatchObject([
    {
      ...{ programme: 'lung', year: 2022, sex: 'FEMALE', age_group: 60 },
      ...{ invited: true, attended: true, result: 'POSITIVE' },
      ...{ outcome: 'SCREEN_DETECTED', stage: 'UNKNOWN' },
    },
  ]);
});

test('an interval cancer comes before the next test was due, and after no other test', async () => {
  expect(await roundsOf(150600)).toMatchObject([{ outcome: 'INTERVAL_CANCER', year: 2021 }]);
  expect(await roundsOf(150700)).toMatchObject([{ outcome: null }]);
  expect(await roundsOf(150800)).toMatchObject([
    { year: 2021, result: 'NEGATIVE', outcome: null },
    { year: 2022, result: 'POSITIVE', outcome: 'SCREEN_DETECTED' },
  ]);
});

test('who has no cancer is in the rounds and in no case', async () => {
  expect(await roundsOf(150900)).toMatchObject([
    { programme: 'breast', invited: true, attended: false, result: null, outcome: null },
  ]);
  expect(await roundsOf(151000)).toMatchObject([{ result: 'POSITIVE', outcome: null }]);
  expect(await roundsOf(151100)).toMatchObject([
    { programme: 'lung', result: 'UNKNOWN' },
    { programme: 'prostate', result: 'UNKNOWN' },
  ]);
  for (const residence of [150900, 151000, 151100]) expect(await casesOf(residence)).toEqual([]);
});

test.each([
  [210100, 'WITHIN_6_MONTHS', 183],
  [210200, 'WITHIN_12_MONTHS', 184],
  [210300, 'WITHIN_24_MONTHS', 730],
  [210400, 'LATER', 731],
  [210500, null, null],
])('first reported: %i is %s, after %s days', async (residence, registration, registered_days) => {
  expect(await casesOf(residence)).toMatchObject([{ registration, registered_days }]);
});
