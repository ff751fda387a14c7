/**
 * A backend ends while sessions use it: an administrator terminated it, or it crashed. What was under way fails as
 * unavailable, the next session works, and nobody's statement ever reaches a connection that became another's.
 */
import { setTimeout } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Principal } from './principal.ts';
import { connect, type Database } from './session.ts';
import { sqlStatement } from './statement.ts';
import { type TestDatabase, testDatabase } from './testing.ts';
import { isUnavailable } from './unavailable.ts';

const principal = (accountId: string): Principal => ({
  accountId,
  name: { en: 'Test', zh: '测试' },
  role: 'CLINICIAN',
  institutionId: '01900000-0000-7000-8000-000000000001',
});

let db: TestDatabase;
let owner: postgres.Sql;
/** One connection, so that the next session takes the place of the lost one. */
let narrow: Database;
beforeAll(async () => {
  db = await testDatabase();
  owner = postgres(db.ownerUrl, { max: 1, onnotice: () => {} });
  narrow = connect(db.applicationUrl, { max: 1 });
});
afterAll(async () => {
  await narrow.end();
  await owner.end();
  await db.end();
});

const who = sqlStatement<{ account: string; pid: number }>(
  sql`select current_setting('nodp.account') as account, pg_backend_pid() as pid`,
);
const long = sqlStatement<never>(sql`select pg_sleep(60)`);

const terminate = async (pid: number): Promise<void> => {
  await owner`select pg_terminate_backend(${pid}, 5000)`;
};

const failsAsUnavailable = async (work: Promise<unknown>): Promise<void> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  expect(isUnavailable(error), String(error)).toBe(true);
};

test('what is under way fails as unavailable, and the next session works', async () => {
  const session = narrow.open(principal('first'));
  const [row] = await session.run(who);
  const waiting = failsAsUnavailable(session.run(long));
  await terminate(row?.pid ?? 0);
  await waiting;
  await failsAsUnavailable(session.run(who));
  await session.close();
  expect(await narrow.session(principal('second'), (s) => s.run(who))).toMatchObject([
    { account: 'second' },
  ]);
});

test('a session that lost its connection never reads through the one that took its place', async () => {
  const lost = narrow.open(principal('lost'));
  const [row] = await lost.run(who);
  await terminate(row?.pid ?? 0);
  const other = narrow.open(principal('other'));
  const mine = () => other.run(who).then((rows) => rows.map(({ account }) => account));
  expect(await mine()).toEqual(['other']);
  await failsAsUnavailable(lost.run(who));
  // Closing it forgets nobody's identity but its own, and gives no connection away that is another's.
  await lost.close();
  expect(await mine()).toEqual(['other']);
  const third = narrow.session(principal('third'), (s) => s.run(who));
  expect(await mine()).toEqual(['other']);
  await other.close();
  expect(await third).toMatchObject([{ account: 'third' }]);
});

test('a transaction that lost its connection says why it failed, and left nothing', async () => {
  const session = narrow.open(principal('writer'));
  const work = session.transaction(async () => {
    const [row] = await session.run(who);
    await terminate(row?.pid ?? 0);
    await session.run(who);
  });
  await failsAsUnavailable(work);
  await session.close();
});

/** A session's whole work, with a transaction; the accounts it was while it worked. */
const worked = (name: string): Promise<string[]> =>
  db.database.session(principal(name), async (s) => {
    const seen = async () => (await s.run(who)).map(({ account }) => account);
    const before = await seen();
    const within = await s.transaction(async () => {
      const first = await Promise.all([seen(), seen()]);
      return [...first, ...(await Promise.all([seen(), seen()]))];
    });
    return [...before, ...within.flat()];
  });

/** An end that is not yet noticed fails who uses the connection next: once for each connection of the pool, at most. */
const workedInTheEnd = async (name: string): Promise<string[]> => {
  for (let tries = 0; tries < 16; tries++) {
    try {
      return await worked(name);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
    }
  }
  return worked(name);
};

test('sessions whose backends all end at any moment either answer as themselves or fail as unavailable', async () => {
  const outcomes: string[] = [];
  for (let round = 0; round < 20; round++) {
    const sessions = Array.from({ length: 12 }, async (_, i) => {
      const name = `account-${round}-${i}`;
      try {
        const seen = await worked(name);
        return seen.every((account) => account === name) ? 'own' : `not own: ${seen}`;
      } catch (error) {
        return isUnavailable(error) ? 'unavailable' : String(error);
      }
    });
    // At another moment each round: a statement may be on its way, be answered, or be sent to what is ending.
    await setTimeout(round);
    await owner`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and usename = 'nodp_app'`;
    outcomes.push(...(await Promise.all(sessions)));
  }
  expect(outcomes.filter((o) => o !== 'own' && o !== 'unavailable')).toEqual([]);
  expect(await workedInTheEnd('after')).toEqual(Array(5).fill('after'));
});
