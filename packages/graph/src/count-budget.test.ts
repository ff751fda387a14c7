import { type TestDatabase, testDatabase } from '@nodp/database/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countBudget, takeCounts } from './count-budget.ts';
import { principalOf } from './testing.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.end());

const perDay = 100;
const asked = (accountId: string, name: string, counts: number): Promise<string> =>
  db.database
    .session({ ...principalOf('RESEARCHER', null), accountId }, (session) =>
      takeCounts(session, perDay, { name, counts }),
    )
    .then(
      () => 'answered',
      (error) => error.extensions.code,
    );
const used = (accountId: string) =>
  db.database.session(
    { ...principalOf('RESEARCHER', null), accountId },
    async (session) => (await countBudget(session, perDay)).used,
  );

test('a question is charged once, and refused where it no longer fits', async () => {
  expect(await asked('one', 'a', 60)).toBe('answered');
  expect(await asked('one', 'b', 41)).toBe('COUNTS_SPENT');
  expect(await asked('one', 'a', 60)).toBe('answered');
  expect(await asked('one', 'c', 40)).toBe('answered');
  expect(await used('one')).toBe(100);
});

test('the same question several times at one moment is answered each time and charged once', async () => {
  for (let round = 0; round < 10; round++) {
    const account = `several-${round}`;
    const answers = await Promise.all(Array.from({ length: 6 }, () => asked(account, 'a', 60)));
    expect(answers).toEqual(Array(6).fill('answered'));
    expect(await used(account)).toBe(60);
  }
});
