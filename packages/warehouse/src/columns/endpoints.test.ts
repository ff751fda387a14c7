import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDuckdb } from '../engines/duckdb.ts';
import type { Engine } from '../engines/engine.ts';
import { writeRelease } from '../testing/index.ts';
import { readCaseColumns } from './case-columns.ts';
import { type CohortSets, cohortsInMemory } from './cohorts.ts';
import type { Endpoint } from './endpoints.ts';

let folder: string;
let engine: Engine;
let cohorts: CohortSets;

const lung = { site_group: 'lung', behaviour: '3', origin_days: 0, case_number: 1 };
/** Men in one cohort, women in the other; one person has a case in each. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-endpoints-'));
  const only = { ...lung, only_case: true };
  await writeRelease(folder, {
    cases: [
      // Alive, relapsed on day 100.
      {
        ...only,
        person_key: 1,
        sex: 'MALE',
        survival_days: 500,
        died: false,
        recurrence_days: 100,
      },
      // Died of cancer without a relapse.
      { ...only, person_key: 2, sex: 'MALE', survival_days: 300, died: true, cancer_death: true },
      // Died of something else.
      {
        ...only,
        person_key: 3,
        sex: 'FEMALE',
        survival_days: 200,
        died: true,
        cancer_death: false,
      },
      // Died of what nobody said.
      { ...only, person_key: 4, sex: 'FEMALE', survival_days: 150, died: true },
      // Not followed.
      { ...only, person_key: 5, sex: 'FEMALE', died: false },
      // In both, by two cases.
      { ...lung, person_key: 6, only_case: false, sex: 'MALE', survival_days: 90, died: false },
      {
        ...lung,
        ...{ person_key: 6, only_case: false, case_number: 2, site_group: 'breast' },
        ...{ sex: 'MALE', survival_days: 50, died: false, origin_days: 40 },
      },
    ],
    treatments: [
      { person_key: 1, kind: 'SYSTEMIC', drug: 'cisplatin', start_days: 10, line: 1 },
      { person_key: 1, kind: 'SYSTEMIC', drug: 'pemetrexed', start_days: 10, line: 1 },
      { person_key: 1, kind: 'SYSTEMIC', drug: 'docetaxel', start_days: 130, line: 2 },
      { person_key: 2, kind: 'SYSTEMIC', drug: 'gefitinib', start_days: 20, line: 1 },
      // The same treatment: another drug begun within four weeks, no line reported.
      { person_key: 3, kind: 'SYSTEMIC', drug: 'gefitinib', start_days: 5 },
      { person_key: 3, kind: 'SYSTEMIC', drug: 'bevacizumab', start_days: 20 },
    ],
  });
  engine = await openDuckdb(folder);
  cohorts = cohortsInMemory(await readCaseColumns(engine), engine);
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

const arms = [
  { all: [{ site: ['lung'] }, { sex: ['MALE' as const] }] },
  { any: [{ site: ['breast'] }, { sex: ['FEMALE' as const] }] },
];
const rows = async (endpoint: Endpoint, landmark = 0) => {
  const sets = await cohorts.untilEndpoint(arms, endpoint, landmark);
  return {
    rows: Array.from(sets.arm, (arm, i) => [arm, sets.time[i], sets.event[i]]).sort(
      (a, b) => (a[1] as number) - (b[1] as number),
    ),
    left: sets.left.map(({ count }) => count),
  };
};

test('who is in both cohorts, by whichever case, is a member of none', async () => {
  const { arm, sets, shared } = await cohorts.members(arms);
  expect([...arm].sort()).toEqual([0, 0, 1, 1, 1]);
  expect(sets.map(({ count }) => count)).toEqual([2, 3]);
  expect(shared.count).toBe(1);
});

test('overall: death from any cause, from diagnosis', async () => {
  expect(await rows('OVERALL')).toEqual({
    rows: [
      [1, 150, 1],
      [1, 200, 1],
      [0, 300, 1],
      [0, 500, 0],
    ],
    left: [0, 1],
  });
});

test('of cancer: other deaths compete, and who died of what nobody said is left out', async () => {
  expect(await rows('CANCER_SPECIFIC')).toEqual({
    rows: [
      [1, 200, 2],
      [0, 300, 1],
      [0, 500, 0],
    ],
    left: [0, 2],
  });
});

test('without recurrence: the first of recurrence and death', async () => {
  expect((await rows('RECURRENCE_FREE')).rows).toEqual([
    [0, 100, 1],
    [1, 150, 1],
    [1, 200, 1],
    [0, 300, 1],
  ]);
});

test('until the next treatment: from the start of the first, drugs begun together are one', async () => {
  expect(await rows('NEXT_TREATMENT')).toEqual({
    rows: [
      [0, 120, 1],
      [1, 195, 1],
      [0, 280, 1],
    ],
    left: [0, 2],
  });
});

test('from a landmark: who had it, or was last seen, by then is left out', async () => {
  expect(await rows('OVERALL', 180)).toEqual({
    rows: [
      [1, 20, 1],
      [0, 120, 1],
      [0, 320, 0],
    ],
    left: [0, 2],
  });
});
