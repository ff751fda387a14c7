import { identityCipher } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type SharedLimit, sharedLimits } from './shared-limit.ts';

const cipher = identityCipher({ identityKey: new Uint8Array(32).fill(7) });
let db: TestDatabase;
let now: number;
/** A limit as two gateways of one database hold it. */
const two = (limit: {
  points: number;
  duration: number;
  slack?: number;
}): [SharedLimit, SharedLimit] => [
  sharedLimits(db.database, cipher, () => now)('example', limit),
  sharedLimits(db.database, cipher, () => now)('example', limit),
];
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.end());
beforeEach(async () => {
  now = Date.parse('2026-03-04T05:06:07Z');
  const owner = postgres(db.ownerUrl, { max: 1 });
  await owner`delete from basic.rate_window`;
  await owner.end();
});

test('two gateways let through together what one would, and tell the seconds that are left', async () => {
  const [one, other] = two({ points: 5, duration: 60 });
  const waits: number[] = [];
  for (let i = 0; i < 4; i++) waits.push(await one.take('a'), await other.take('a'));
  expect(waits).toEqual([0, 0, 0, 0, 0, 60, 60, 60]);
  expect(await other.take('b')).toBe(0);
  now += 59_000;
  expect([await one.take('a'), await other.take('a')]).toEqual([1, 1]);
  now += 1_000;
  expect([await one.take('a'), await other.take('a')]).toEqual([0, 0]);
});

test('many at once pass no limit', async () => {
  const limits = two({ points: 20, duration: 60 });
  const waits = await Promise.all(
    Array.from({ length: 60 }, (_, i) => limits[i % 2]?.take('a') ?? Promise.resolve(0)),
  );
  expect(waits.filter((wait) => wait === 0)).toHaveLength(20);
});

test('what an answer cost counts at the other gateway too, beyond the slack of each at once', async () => {
  const [one, other] = two({ points: 1_000, duration: 60, slack: 10 });
  expect(await one.take('a')).toBe(0);
  one.charge('a', 1_200);
  // The other has heard nothing yet, and hears as soon as a second has passed.
  expect(await other.take('a')).toBe(0);
  expect(await one.take('a')).toBe(60);
  now += 1_000;
  expect(await other.take('a')).toBe(59);
});

test('a limit is asked for without being taken from, and names of callers are nowhere', async () => {
  const [one, other] = two({ points: 2, duration: 60 });
  expect(await one.isSpent('192.0.2.1')).toBe(false);
  await one.take('192.0.2.1');
  expect(await other.isSpent('192.0.2.1')).toBe(false);
  await other.take('192.0.2.1');
  expect([await one.isSpent('192.0.2.1'), await other.isSpent('192.0.2.1')]).toEqual([true, true]);
  const owner = postgres(db.ownerUrl, { max: 1 });
  const [row] = await owner`select key, taken from basic.rate_window`;
  expect(row).toEqual({ key: expect.not.stringContaining('192'), taken: '2' });
  await owner.end();
  const application = postgres(db.applicationUrl, { max: 1 });
  await expect(application`delete from basic.rate_window`).rejects.toThrow('denied');
  await application.end();
});
