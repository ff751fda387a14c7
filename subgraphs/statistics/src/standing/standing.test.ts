import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { estimators } from '../survival/estimators.ts';
import { type AskedWorld, askOf, openWorld, registered } from '../testing/asked.ts';
import { many } from '../testing/by-hand.ts';
import { dyingAlike } from '../testing/flat-mortality.ts';
import { answerStanding, STANDING } from './standing.ts';

const of2014 = { age: 62, diagnosis_year: 2014, diagnosis_month: 5 };
const cases = [
  ...many(60, { ...of2014, survival_days: 3000, died: false }),
  ...many(40, { ...of2014, survival_days: 200, died: true }),
].map((row, i) => ({ ...row, person_key: i + 1, case_number: 1, only_case: true }));

let world: AskedWorld;
beforeAll(async () => {
  world = await openWorld(cases as never, [registered('440000')]);
  await dyingAlike(world, 0.01);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await world.close();
});

test('who asks a standing question first finds it answered; nothing is worked out twice', async () => {
  const run = vi.spyOn(estimators, 'run');
  const { db, releases } = world;
  await answerStanding(db.database, releases);
  const worked = run.mock.calls.length;
  expect(worked).toBeGreaterThan(0);
  await answerStanding(db.database, releases);
  for (const question of STANDING) {
    const { states } = await askOf(world).ask(question);
    expect(states).toContain('SHOWN');
  }
  expect(run.mock.calls.length).toBe(worked);
});

test('without a release there is nothing to answer', async () => {
  const { db, releases } = world;
  const none = { ...releases, listed: async () => [] };
  await expect(answerStanding(db.database, none)).resolves.toBeUndefined();
});
