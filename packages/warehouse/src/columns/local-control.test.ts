import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDuckdb } from '../engines/duckdb.ts';
import { writeRelease } from '../testing/write-release.ts';
import { readCaseColumns } from './case-columns.ts';
import { cohortsInMemory } from './cohorts.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

interface Person {
  /** Days from diagnosis to death or the last contact; null where not known. */
  readonly end: number | null;
  readonly died?: boolean;
  /** Start, local failure, last examination. */
  readonly courses: readonly (readonly [number, number | null, number | null])[];
  readonly caseNumber?: number;
}

const lung = { case_number: 1, only_case: true, site_group: 'lung', behaviour: '3' };

const controlOf = async (people: readonly Person[]) => {
  const folder = await mkdtemp(join(tmpdir(), 'nodp-local-'));
  folders.push(folder);
  await writeRelease(folder, {
    cases: people.map(({ end, died = false }, i) => ({
      ...lung,
      ...{ person_key: i + 1, origin_days: 0, survival_days: end, died },
    })),
    treatments: people.flatMap(({ courses, caseNumber = null }, i) =>
      courses.map(([start_days, local_failure_days, local_followed_days]) => ({
        ...{ person_key: i + 1, kind: 'RADIOTHERAPY', start_days },
        ...{ local_failure_days, local_followed_days },
        ...{ first_case: caseNumber, last_case: caseNumber },
      })),
    ),
  });
  const engine = await openDuckdb(folder);
  try {
    const cohorts = cohortsInMemory(await readCaseColumns(engine), engine);
    const sets = await cohorts.localControl({ all: [{ site: ['lung'] }] });
    return {
      rows: Array.from(sets.time, (time, i) => [time, sets.event[i]]),
      leftOut: sets.left[0]?.count,
    };
  } finally {
    await engine.close();
  }
};

test.each<[string, Person, readonly [number, number]]>([
  ['a local failure', { end: 900, courses: [[100, 400, 500]] }, [300, 1]],
  ['a failure before death', { end: 900, died: true, courses: [[100, 400, 500]] }, [300, 1]],
  ['death without one competes', { end: 900, died: true, courses: [[100, null, 500]] }, [800, 2]],
  [
    'who lives is followed until a lesion was examined last',
    { end: 900, courses: [[100, null, 500]] },
    [400, 0],
  ],
  [
    'the first course that was followed counts',
    {
      end: 900,
      courses: [
        [50, null, null],
        [100, 400, 500],
        [200, 250, 300],
      ],
    },
    [300, 1],
  ],
  [
    'a failure after the day to which follow-up is complete is not known yet',
    { end: 300, courses: [[100, 400, 500]] },
    [200, 0],
  ],
  [
    'whose death or last contact is not known',
    { end: null, died: true, courses: [[10, null, 60]] },
    [50, 0],
  ],
])('%s', async (_, person, expected) => {
  expect((await controlOf([person])).rows).toEqual([expected]);
});

test('persons without a followed course, or whose course was of another case, are left out', async () => {
  const { rows, leftOut } = await controlOf([
    { end: 900, courses: [] },
    { end: 900, courses: [[100, null, null]] },
    { end: 900, courses: [[100, 400, 500]], caseNumber: 2 },
    { end: 900, courses: [[100, 400, 500]], caseNumber: 1 },
  ]);
  expect([rows, leftOut]).toEqual([[[300, 1]], 3]);
});
