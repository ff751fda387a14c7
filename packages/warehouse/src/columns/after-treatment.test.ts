import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openDuckdb } from '../engines/duckdb.ts';
import { type Rows, writeRelease } from '../testing/write-release.ts';
import { BEST_STATUSES } from './after-treatment.ts';
import { readCaseColumns } from './case-columns.ts';
import { cohortsInMemory } from './cohorts.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

interface Person {
  /** Days from diagnosis to death or the last contact. */
  readonly end: number;
  readonly died?: boolean;
  /** Drug, day, line. */
  readonly drugs: readonly (readonly [string, number, (number | null)?])[];
  readonly statuses?: readonly (readonly [string, number])[];
  /** The day of a positive test for EGFR. */
  readonly tested?: number;
}

const lung = { case_number: 1, only_case: true, site_group: 'lung', behaviour: '3' };

const rowsOf = (people: readonly Person[]): Rows => ({
  cases: people.map(({ end, died = false }, i) => ({
    ...lung,
    ...{ person_key: i + 1, origin_days: 0, survival_days: end, died },
  })),
  treatments: people.flatMap(({ drugs }, i) =>
    drugs.map(([drug, start_days, line = null]) => ({
      ...{ person_key: i + 1, kind: 'SYSTEMIC', drug, start_days, line },
    })),
  ),
  outcomes: people.flatMap(({ statuses = [] }, i) =>
    statuses.map(([trend, assessed_days]) => ({ person_key: i + 1, trend, assessed_days })),
  ),
  biomarkers: people.flatMap(({ tested }, i) =>
    tested === undefined
      ? []
      : [{ person_key: i + 1, biomarker: 'EGFR', finding: 'positive', tested_days: tested }],
  ),
});

const treatment = { treatment: { drugs: ['gefitinib'] } };

const after = async (people: readonly Person[], more: object = {}, own = treatment) => {
  const folder = await mkdtemp(join(tmpdir(), 'nodp-after-'));
  folders.push(folder);
  await writeRelease(folder, rowsOf(people));
  const engine = await openDuckdb(folder);
  try {
    const cohorts = cohortsInMemory(await readCaseColumns(engine), engine);
    const { overall, untilNext, best } = await cohorts.afterTreatment(
      { all: [{ site: ['lung'] }, own, ...(Object.keys(more).length > 0 ? [more as never] : [])] },
      own,
    );
    return {
      overall: Array.from(overall.time, (time, i) => [time, overall.event[i]]),
      untilNext: Array.from(untilNext.time, (time, i) => [time, untilNext.event[i]]),
      best: BEST_STATUSES.filter((status) => best[status].count > 0),
    };
  } finally {
    await engine.close();
  }
};

const of = async (person: Person) => {
  const { overall, untilNext, best } = await after([person]);
  return { overall: overall[0], untilNext: untilNext[0], best: best[0] };
};

describe('from the start of the drug', () => {
  test.each<[string, Person, readonly [number, number], readonly [number, number], string]>([
    [
      'nothing is recorded: until the last contact, censored',
      { end: 400, drugs: [['gefitinib', 100]] },
      [300, 0],
      [300, 0],
      'NOT_RECORDED',
    ],
    [
      'a death ends both',
      { end: 400, died: true, drugs: [['gefitinib', 100]] },
      [300, 1],
      [300, 1],
      'NOT_RECORDED',
    ],
    [
      'a progression comes before the next drug and the death',
      {
        end: 400,
        died: true,
        drugs: [
          ['gefitinib', 100],
          ['osimertinib', 260],
        ],
        statuses: [
          ['IMPROVED', 150],
          ['PROGRESSED', 250],
        ],
      },
      [300, 1],
      [150, 1],
      'IMPROVED',
    ],
    [
      'the next drug, where no progression was recorded; what was found after it is of it',
      {
        end: 400,
        drugs: [
          ['gefitinib', 100],
          ['osimertinib', 200],
        ],
        statuses: [
          ['STABLE', 150],
          ['REMISSION', 300],
        ],
      },
      [300, 0],
      [100, 1],
      'STABLE',
    ],
    [
      'the same drug in a later line is the next treatment, in the same line it is not',
      {
        end: 400,
        drugs: [
          ['gefitinib', 100, 1],
          ['gefitinib', 180, 1],
          ['gefitinib', 250, 2],
        ],
      },
      [300, 0],
      [150, 1],
      'NOT_RECORDED',
    ],
    [
      'a recurrence is a progression',
      { end: 400, drugs: [['gefitinib', 0]], statuses: [['RECURRED', 90]] },
      [400, 0],
      [90, 1],
      'PROGRESSED',
    ],
    [
      'a status before the drug is not of it',
      { end: 400, drugs: [['gefitinib', 100]], statuses: [['PROGRESSED', 90]] },
      [300, 0],
      [300, 0],
      'NOT_RECORDED',
    ],
    [
      'a drug begun within four weeks belongs to it',
      {
        end: 400,
        drugs: [
          ['gefitinib', 100],
          ['pemetrexed', 128],
        ],
      },
      [300, 0],
      [300, 0],
      'NOT_RECORDED',
    ],
    [
      'one begun a day later is the next',
      {
        end: 400,
        drugs: [
          ['gefitinib', 100],
          ['pemetrexed', 129],
        ],
      },
      [300, 0],
      [29, 1],
      'NOT_RECORDED',
    ],
    [
      'where lines were reported, a drug of the same line is not the next, one of a later line is at once',
      {
        end: 400,
        drugs: [
          ['gefitinib', 100, 1],
          ['pemetrexed', 180, 1],
          ['osimertinib', 210, 2],
        ],
      },
      [300, 0],
      [110, 1],
      'NOT_RECORDED',
    ],
    [
      'the same drug again is no next treatment',
      {
        end: 400,
        drugs: [
          ['gefitinib', 100],
          ['gefitinib', 200],
        ],
      },
      [300, 0],
      [300, 0],
      'NOT_RECORDED',
    ],
  ])('%s', async (_, person, overall, untilNext, best) => {
    expect(await of(person)).toEqual({ overall, untilNext, best });
  });

  test('who came into the cohort after the drug began is left out: nobody of those could die before', async () => {
    const people: Person[] = [
      { end: 500, drugs: [['gefitinib', 100]], tested: 50 },
      { end: 500, drugs: [['gefitinib', 100]], tested: 200 },
    ];
    const positive = { biomarker: { biomarker: 'EGFR', findings: ['POSITIVE'] } };
    expect((await after(people, positive)).overall).toEqual([[400, 0]]);
  });

  test('of a line, time counts from the drug in that line', async () => {
    const people: Person[] = [
      {
        end: 500,
        drugs: [
          ['gefitinib', 10, 1],
          ['gefitinib', 200, 3],
        ],
      },
      { end: 500, drugs: [['gefitinib', 10, 1]] },
    ];
    const third = { treatment: { drugs: ['gefitinib'], lines: [3] } };
    expect((await after(people, {}, third)).overall).toEqual([[300, 0]]);
  });
});
