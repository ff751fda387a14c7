import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CohortDefinition } from '@nodp/cohorts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDuckdb } from '../engines/duckdb.ts';
import type { Engine } from '../engines/engine.ts';
import { writeRelease } from '../testing/write-release.ts';
import { readCaseColumns } from './case-columns.ts';
import { type CohortSets, cohortsInMemory } from './cohorts.ts';

/** Persons 1 and 2 are treated on days 100 and 300, 3 and 4 never; 1 and 2 die on days 400 and 500, 3 on day 50. */
const survival = [
  { person_key: 1, survival_days: 400, died: true },
  { person_key: 2, survival_days: 500, died: true },
  { person_key: 3, survival_days: 50, died: true },
  { person_key: 4, survival_days: 900, died: false },
];
const lung = { site_group: 'lung', behaviour: '3', sex: 'MALE', stage: 'STAGE_IV' };

let folder: string;
let engine: Engine;
let cohorts: CohortSets;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-landmark-'));
  await writeRelease(folder, {
    cases: [
      ...survival.map((row) => ({
        ...lung,
        ...row,
        case_number: 1,
        only_case: true,
        origin_days: 0,
        systemic: row.person_key < 3,
      })),
      // Treated on day 40 of the second cancer, 1,040 days after the first.
      {
        ...lung,
        person_key: 5,
        case_number: 1,
        only_case: false,
        origin_days: 0,
        survival_days: 3000,
        died: false,
        systemic: true,
      },
      {
        ...lung,
        person_key: 5,
        case_number: 2,
        only_case: false,
        origin_days: 1000,
        site_group: 'larynx',
        survival_days: 2000,
        died: false,
        systemic: true,
      },
      // Treated on a day that nobody knows.
      {
        ...lung,
        person_key: 6,
        case_number: 1,
        only_case: true,
        origin_days: 0,
        survival_days: 700,
        died: false,
        systemic: true,
      },
    ],
    treatments: [
      { person_key: 1, kind: 'SYSTEMIC', drug: 'cisplatin', start_days: 100 },
      { person_key: 1, kind: 'SYSTEMIC', drug: 'cisplatin', start_days: 250 },
      {
        ...{ person_key: 2, kind: 'SYSTEMIC', drug: 'cisplatin' },
        ...{ start_days: 300, duration_days: 90 },
      },
      { person_key: 5, kind: 'SYSTEMIC', drug: 'paclitaxel', start_days: 1040 },
      { person_key: 6, kind: 'SYSTEMIC', drug: 'paclitaxel', start_days: null },
    ],
  });
  engine = await openDuckdb(folder);
  cohorts = cohortsInMemory(await readCaseColumns(engine), engine);
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

const site = (id: string): CohortDefinition => ({ site: [id] });
const given: CohortDefinition = { treatment: { drugs: ['cisplatin'] } };
const arms: CohortDefinition[] = [
  { all: [site('lung'), given] },
  { all: [site('lung'), { not: given }] },
];
const rowsOf = async (definitions: CohortDefinition[], landmark?: number) => {
  const { arm, time, event, left } = await cohorts.survival(definitions, landmark);
  return {
    rows: Array.from(arm, (a, i) => [a, time[i], event[i]]).sort(
      (a, b) => Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]),
    ),
    left: left.map(({ count }) => count),
  };
};

describe('cohorts told apart by a treatment', () => {
  test('from diagnosis the treated cannot have died before it: all the early deaths are of the untreated', async () => {
    expect(await rowsOf(arms)).toEqual({
      rows: [
        [0, 400, 1],
        [0, 500, 1],
        [1, 50, 1],
        [1, 700, 0],
        [1, 900, 0],
        [1, 3000, 0],
      ],
      left: [0, 0],
    });
  });

  test('from a landmark by what had been given by then, persons who died before are left out, and time counts from it', async () => {
    expect(await rowsOf(arms, 183)).toEqual({
      rows: [
        [0, 217, 1],
        // Treated on day 300: not by then.
        [1, 317, 1],
        [1, 517, 0],
        [1, 717, 0],
        [1, 2817, 0],
      ],
      left: [0, 1],
    });
  });

  test('a kind of treatment, which a column of cases says, is asked of the treatments, of each cancer by its own day', async () => {
    const systemic: CohortDefinition = { treatment: { kind: 'SYSTEMIC' } };
    expect((await rowsOf([{ all: [site('lung'), systemic] }], 183)).rows).toEqual([[0, 217, 1]]);
    expect((await rowsOf([{ all: [site('larynx'), systemic] }], 183)).rows).toEqual([[0, 1817, 0]]);
    expect((await rowsOf([{ all: [site('larynx'), systemic] }], 30)).rows).toEqual([]);
  });

  test('a treatment whose day nobody knows is none by a landmark', async () => {
    const taxane: CohortDefinition = { treatment: { drugs: ['paclitaxel'] } };
    expect((await rowsOf([{ all: [site('lung'), taxane] }])).rows).toEqual([
      [0, 700, 0],
      [0, 3000, 0],
    ]);
    expect((await rowsOf([{ all: [site('lung'), taxane] }], 183)).rows).toEqual([]);
  });

  test('over time: each is untreated until the day of the treatment, and treated from it', async () => {
    const { arm, entry, time, event, analysed } = await cohorts.survivalOverTime(arms);
    const rows = Array.from(arm, (a, i) => [a, entry[i], time[i], event[i]]).sort(
      (a, b) => Number(a[0]) - Number(b[0]) || Number(a[2]) - Number(b[2]),
    );
    expect(rows).toEqual([
      [0, 100, 400, 1],
      [0, 300, 500, 1],
      [1, 0, 50, 1],
      [1, 0, 100, 0],
      [1, 0, 300, 0],
      [1, 0, 700, 0],
      [1, 0, 900, 0],
      [1, 0, 3000, 0],
    ]);
    expect(analysed.map(({ count }) => count)).toEqual([2, 6]);
  });
});

describe('cohorts told by what lies in a window', () => {
  const event = { treatment: { drugs: ['cisplatin'] } };
  const staysOf = async (definition: CohortDefinition) => {
    const { entry, time } = await cohorts.survivalOverTime([{ all: [site('lung'), definition] }]);
    return Array.from(entry, (from, i) => [from, time[i]]).sort(
      (a, b) => Number(a[0]) - Number(b[0]),
    );
  };

  test('what lasts into a window is in it from the day on which that begins', async () => {
    const index = { event: { mark: 'DIAGNOSIS' as const } };
    const occurs = { event, from: 350, to: 500, measure: 'OVERLAP' as const };
    // Given from day 300 to 390: who died on day 340 had not been given it on day 350.
    expect(await staysOf({ time: { index, meets: { occurs } } })).toEqual([[350, 500]]);
  });

  test('days from the end of the index event are counted when that has come', async () => {
    const occurs = { event, from: -100, to: 0, since: 'END' as const };
    expect(await staysOf({ time: { index: { event }, meets: { occurs } } })).toEqual([
      [100, 400],
      [390, 500],
    ]);
  });

  test('which event was the last is known on no day', async () => {
    const time = (nth: number): CohortDefinition => ({
      time: { index: { event, nth }, meets: { all: [] } },
    });
    expect(await staysOf(time(1))).toHaveLength(2);
    expect(await staysOf(time(-1))).toEqual([]);
  });
});
