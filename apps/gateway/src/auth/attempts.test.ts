import { identityCipher } from '@nodp/database';
import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type SignInAttempts, signInAttempts } from './attempts.ts';

const HERE = '192.0.2.1';
const ELSEWHERE = '198.51.100.7';
const cipher = identityCipher({ identityKey: new Uint8Array(32).fill(7) });

let db: TestDatabase;
let owner: postgres.Sql;
let now: number;
let attempts: SignInAttempts;
beforeAll(async () => {
  db = await testDatabase();
  owner = postgres(db.ownerUrl, { max: 1 });
});
afterAll(async () => {
  await owner.end();
  await db.end();
});
beforeEach(async () => {
  await owner`delete from basic.sign_in_attempt`;
  now = Date.parse('2026-03-04T05:06:07Z');
  attempts = signInAttempts(db.database, cipher, () => now);
});

test('five wrong passwords are free; each further one waits twice as long, up to five minutes', async () => {
  const waits: number[] = [];
  for (let n = 0; n < 15; n++) {
    await attempts.failed(HERE, 'followup');
    const seconds = await attempts.wait(HERE, 'followup');
    waits.push(seconds);
    now += seconds * 1000;
    expect(await attempts.wait(HERE, 'followup')).toBe(0);
  }
  expect(waits).toEqual([0, 0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
});

test('wrong passwords from elsewhere shut nobody out', async () => {
  for (let n = 0; n < 50; n++) await attempts.failed(ELSEWHERE, 'followup');
  expect(await attempts.wait(ELSEWHERE, 'followup')).toBeGreaterThan(0);
  expect(await attempts.wait(HERE, 'followup')).toBe(0);
});

test('the right password forgets the wrong ones before it', async () => {
  for (let n = 0; n < 5; n++) await attempts.failed(HERE, 'followup');
  await attempts.succeeded(HERE, 'followup');
  await attempts.failed(HERE, 'followup');
  expect(await attempts.wait(HERE, 'followup')).toBe(0);
});

test('one password on a hundred names: the address waits, whatever the next name is', async () => {
  for (let n = 0; n <= 100; n++) await attempts.failed(HERE, `account-${n}`);
  expect(await attempts.wait(HERE, 'one-more')).toBeGreaterThan(0);
  expect(await attempts.wait(ELSEWHERE, 'one-more')).toBe(0);
});

test('two gateways count together, and neither forgets when it is started again', async () => {
  const other = signInAttempts(db.database, cipher, () => now);
  for (let n = 0; n < 3; n++) {
    await attempts.failed(HERE, 'followup');
    await other.failed(HERE, 'followup');
  }
  expect(await attempts.wait(HERE, 'followup')).toBe(2);
  expect(await other.wait(HERE, 'followup')).toBe(2);
  for (let n = 0; n <= 10; n++) await (n % 2 ? attempts : other).codeFailed('li');
  expect(await other.codeWait('li')).toBe(60);
  expect(await attempts.codeWait('another')).toBe(0);
});

test('wrong passwords at once are all counted', async () => {
  await Promise.all(Array.from({ length: 9 }, () => attempts.failed(HERE, 'followup')));
  expect(await attempts.wait(HERE, 'followup')).toBe(16);
});

test('what is an hour old is forgotten, and its row goes with the next wrong password', async () => {
  for (let n = 0; n < 6; n++) await attempts.failed(HERE, 'followup');
  now += 60 * 60 * 1000 + 1;
  await attempts.failed(HERE, 'followup');
  expect(await attempts.wait(HERE, 'followup')).toBe(0);
  now += 60 * 60 * 1000 + 1;
  await attempts.failed(ELSEWHERE, 'another');
  expect(await owner`select key from basic.sign_in_attempt`).toHaveLength(2);
});

test('neither names nor addresses are stored, and the application cannot read or change what is', async () => {
  await attempts.failed(HERE, 'followup');
  const rows = await owner`select key from basic.sign_in_attempt`;
  expect(rows.map(({ key }) => key).join()).not.toMatch(/followup|192/);
  const application = postgres(db.applicationUrl, { max: 1 });
  await expect(application`select * from basic.sign_in_attempt`).rejects.toThrow('denied');
  await expect(application`delete from basic.sign_in_attempt`).rejects.toThrow('denied');
  await application.end();
});
