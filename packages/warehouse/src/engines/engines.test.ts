import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonical, cohortId } from '../definition/canonical.ts';
import type { CohortDefinition } from '../definition/definition.ts';
import { lint } from '../definition/lint.ts';
import { countByHand } from '../testing/by-hand.ts';
import { definitions, randomRows, writeRelease } from '../testing/random-warehouse.ts';
import { openDuckdb } from './duckdb.ts';
import { attrition, count, type Engine, facets, survival } from './engine.ts';
import { loadPostgres } from './load-postgres.ts';
import { openPostgres } from './postgres.ts';

const rows = randomRows(20, 240);
let folder: string;
let pool: TestDatabase;
let duckdb: Engine;
let postgres: Engine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-warehouse-'));
  pool = await testDatabase();
  await writeRelease(folder, rows);
  await loadPostgres(pool.ownerUrl, folder, 7);
  duckdb = await openDuckdb(folder);
  postgres = openPostgres(pool.applicationUrl, 7);
});
afterAll(async () => {
  await duckdb.close();
  await postgres.close();
  await pool.end();
  await rm(folder, { recursive: true });
});

const everyone: CohortDefinition = { op: 'all', of: [] };
const lung: CohortDefinition = { op: 'site', siteGroups: ['lung'] };
const breast: CohortDefinition = { op: 'site', siteGroups: ['breast'] };

describe('a person counts once', () => {
  test('everyone is 240 persons, in more than 240 cases', async () => {
    expect((rows.cases ?? []).length).toBeGreaterThan(240);
    expect(await count(duckdb, everyone)).toBe(240);
    expect(await count(postgres, everyone)).toBe(240);
  });

  test('attrition ends where the count is', async () => {
    const definition: CohortDefinition = {
      op: 'all',
      of: [{ op: 'sex', sexes: ['FEMALE'] }, breast, { op: 'not', of: { op: 'age', to: 39 } }],
    };
    const steps = await attrition(duckdb, definition);
    expect(steps).toHaveLength(4);
    expect(steps[0]).toBe(240);
    expect(steps.at(-1)).toBe(countByHand(definition, rows));
    expect(await attrition(postgres, definition)).toEqual(steps);
  });

  test('survival has one row a person; persons of both arms are left out', async () => {
    const found = await survival(duckdb, [lung, breast]);
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
    op: 'site',
    siteGroups: ["lung') or 1=1 --", "'; drop table cases; --"],
  };
  expect(await count(duckdb, evil)).toBe(0);
  expect(await count(postgres, evil)).toBe(0);
  expect(await count(duckdb, everyone)).toBe(240);
});

test('both engines say what reading the rows one by one says', async () => {
  await fc.assert(
    fc.asyncProperty(definitions, async (definition) => {
      expect(lint(definition).filter((p) => p.severity === 'error')).toEqual([]);
      const expected = countByHand(definition, rows);
      expect(await count(duckdb, definition)).toBe(expected);
      expect(await count(postgres, definition)).toBe(expected);
      expect(countByHand(canonical(definition), rows)).toBe(expected);
      expect(await attrition(postgres, definition)).toEqual(await attrition(duckdb, definition));
    }),
    { numRuns: 120 },
  );
}, 60_000);

test('facets and survival agree', async () => {
  const sorted = (list: readonly { facet: string; key: string | null; count: number }[]) =>
    list.map((f) => `${f.facet} ${f.key} ${f.count}`).sort();
  const tally = (s: Awaited<ReturnType<typeof survival>>) => ({
    rows: Array.from(s.time, (t, i) => `${s.arm[i]} ${t} ${s.event[i]}`).sort(),
    untimed: s.untimed,
    inSeveralArms: s.inSeveralArms,
  });
  await fc.assert(
    fc.asyncProperty(definitions, definitions, async (a, b) => {
      expect(sorted(await facets(postgres, a))).toEqual(sorted(await facets(duckdb, a)));
      expect(tally(await survival(postgres, [a, b]))).toEqual(
        tally(await survival(duckdb, [a, b])),
      );
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('a cohort is its definition and its release, however it is written', () => {
  const one: CohortDefinition = {
    op: 'all',
    of: [lung, { op: 'all', of: [{ op: 'age', from: 50 }] }],
  };
  const two: CohortDefinition = { op: 'all', of: [{ op: 'age', from: 50 }, lung, lung] };
  expect(cohortId(one, 7)).toBe(cohortId(two, 7));
  expect(cohortId(one, 8)).not.toBe(cohortId(one, 7));
  expect(cohortId(one, 7)).not.toBe(
    cohortId({ op: 'any', of: [lung, { op: 'age', from: 50 }] }, 7),
  );
});
