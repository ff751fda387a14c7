import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CohortDefinition, KINDS } from '@nodp/cohorts';
import { canonical, cohortId, lint } from '@nodp/cohorts/engine';
import { countByHand, criteriaOfKind, definitions } from '@nodp/cohorts/testing';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCaseColumns } from '../columns/case-columns.ts';
import { cohortsInMemory } from '../columns/cohorts.ts';
import { cohortsBySql } from '../testing/by-sql/cohorts-by-sql.ts';
import { randomRows, writeRelease } from '../testing/write-release.ts';
import { openDuckdb } from './duckdb.ts';
import type { Cohorts, Engine } from './engine.ts';
import { loadPostgres } from './load-postgres.ts';
import { openPostgres } from './postgres.ts';

/** A few hundred each time; ten thousand where somebody asks for them. */
const RUNS = Number(process.env.NODP_DEFINITIONS ?? 150);

const rows = randomRows(20, 240);
let folder: string;
let pool: TestDatabase;
let engines: Engine[];
/** By one statement of each engine, and by the columns read through each. */
let duckdb: Cohorts;
let postgres: Cohorts;
let columns: Cohorts;
let postgresColumns: Cohorts;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-warehouse-'));
  pool = await testDatabase();
  await writeRelease(folder, rows);
  await loadPostgres(pool.ownerUrl, folder, 7);
  const [a, b] = [await openDuckdb(folder), openPostgres(pool.applicationUrl, 7)];
  engines = [a, b];
  [duckdb, postgres] = [cohortsBySql(a), cohortsBySql(b)];
  columns = cohortsInMemory(await readCaseColumns(a), a);
  postgresColumns = cohortsInMemory(await readCaseColumns(b), b);
});
afterAll(async () => {
  for (const engine of engines) await engine.close();
  await pool.end();
  await rm(folder, { recursive: true });
});

const everyone: CohortDefinition = { all: [] };
const lung: CohortDefinition = { site: ['lung'] };
const breast: CohortDefinition = { site: ['breast'] };

describe('a person counts once', () => {
  test('everyone is 240 persons, in more than 240 cases', async () => {
    expect((rows.cases ?? []).length).toBeGreaterThan(240);
    expect(await duckdb.count(everyone)).toBe(240);
    expect(await postgres.count(everyone)).toBe(240);
  });

  test('attrition ends where the count is', async () => {
    const definition: CohortDefinition = {
      all: [{ sex: ['FEMALE'] }, breast, { not: { age: { to: 39 } } }],
    };
    const steps = await duckdb.attrition(definition);
    expect(steps).toHaveLength(4);
    expect(steps[0]).toBe(240);
    expect(steps.at(-1)).toBe(countByHand(definition, rows));
    expect(await postgres.attrition(definition)).toEqual(steps);
  });

  test('survival has one row a person; persons of both arms are left out', async () => {
    const found = await duckdb.survival([lung, breast]);
    const both = new Set(
      (rows.cases ?? []).filter((c) => c.site_group === 'lung').map((c) => c.person_key),
    );
    const shared = new Set(
      (rows.cases ?? [])
        .filter((c) => c.site_group === 'breast' && both.has(c.person_key ?? 0))
        .map((c) => c.person_key),
    ).size;
    expect(shared).toBeGreaterThan(0);
    expect(found.inSeveralArms).toBe(shared);
    const timed = found.time.length + found.untimed.reduce((a, b) => a + b, 0);
    expect(timed + 2 * shared).toBe(countByHand(lung, rows) + countByHand(breast, rows));
  });
});

test('what is typed never becomes SQL', async () => {
  const evil: CohortDefinition = {
    site: ["lung') or 1=1 --", "'; drop table cases; --"],
  };
  expect(await duckdb.count(evil)).toBe(0);
  expect(await postgres.count(evil)).toBe(0);
  expect(await duckdb.count(everyone)).toBe(240);
});

test.each(KINDS)('random persons tell %s from what it is not', (kind) => {
  const counts = fc
    .sample(criteriaOfKind(kind), { numRuns: 40, seed: 7 })
    .map((criterion) => countByHand(criterion, rows));
  expect(counts.some((count) => count > 0 && count < 240)).toBe(true);
});

test('both engines, and the columns read through either, say what reading the rows one by one says', async () => {
  await fc.assert(
    fc.asyncProperty(definitions, async (definition) => {
      expect(lint(definition).filter((p) => p.severity === 'error')).toEqual([]);
      const expected = countByHand(definition, rows);
      expect(await duckdb.count(definition)).toBe(expected);
      for (const by of [postgres, columns, postgresColumns])
        expect(await by.count(definition)).toBe(expected);
      expect(countByHand(canonical(definition), rows)).toBe(expected);
      const steps = await duckdb.attrition(definition);
      for (const by of [postgres, columns, postgresColumns])
        expect(await by.attrition(definition)).toEqual(steps);
    }),
    { numRuns: 120 },
  );
}, 60_000);

test('so they do of definitions with time in them', async () => {
  const timed = fc.tuple(criteriaOfKind('time'), definitions, fc.boolean()).map(
    ([time, definition, out]): CohortDefinition => ({
      all: [out ? { not: time } : time, { any: [definition, time] }],
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(criteriaOfKind('time'), timed), async (definition) => {
      const expected = countByHand(definition, rows);
      for (const by of [duckdb, postgres, columns, postgresColumns])
        expect(await by.count(definition)).toBe(expected);
      expect(countByHand(canonical(definition), rows)).toBe(expected);
    }),
    { numRuns: RUNS },
  );
}, 3_600_000);

test('facets and survival agree', async () => {
  const sorted = (list: readonly { facet: string; key: string | null; count: number }[]) =>
    list.map((f) => `${f.facet} ${f.key} ${f.count}`).sort();
  const tally = (s: Awaited<ReturnType<Cohorts['survival']>>) => ({
    rows: Array.from(s.time, (t, i) => `${s.arm[i]} ${t} ${s.event[i]}`).sort(),
    untimed: s.untimed,
    inSeveralArms: s.inSeveralArms,
  });
  await fc.assert(
    fc.asyncProperty(definitions, definitions, async (a, b) => {
      const [found, survived] = [
        sorted(await duckdb.facets(a)),
        tally(await duckdb.survival([a, b])),
      ];
      for (const by of [postgres, columns, postgresColumns]) {
        expect(sorted(await by.facets(a))).toEqual(found);
        expect(tally(await by.survival([a, b]))).toEqual(survived);
      }
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('a cohort is its definition and its release, however it is written', () => {
  const one: CohortDefinition = {
    all: [lung, { all: [{ age: { from: 50 } }] }],
  };
  const two: CohortDefinition = { all: [{ age: { from: 50 } }, lung, lung] };
  expect(cohortId(one, 7)).toBe(cohortId(two, 7));
  expect(cohortId(one, 8)).not.toBe(cohortId(one, 7));
  expect(cohortId(one, 7)).not.toBe(cohortId({ any: [lung, { age: { from: 50 } }] }, 7));
});
