import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskedWorld, askOf, openWorld, registered } from '../testing/asked.ts';
import { many } from '../testing/by-hand.ts';

const of2015 = { diagnosis_year: 2015, diagnosis_month: 6, died: false, survival_days: 3000 };
/** Of a hundred: 60 reported in a month, 20 after three years, 20 died of something before any report; of 10 more certificates half name the cancer. */
const cases = [
  ...many(50, { ...of2015, registered_days: 30 }),
  ...many(5, { ...of2015, registered_days: 30, died: true, survival_days: 60, cancer_death: true }),
  ...many(5, {
    ...{ ...of2015, registered_days: 30, died: true, survival_days: 60, cancer_death: false },
  }),
  ...many(20, { ...of2015, registered_days: 1100 }),
  ...many(20, { ...of2015, registered_days: 400, died: true, survival_days: 100 }),
  // Not counted: diagnosed within a year before the closing day; no day of a report.
  ...many(30, { ...of2015, diagnosis_year: 2025, registered_days: 10, survival_days: 100 }),
  ...many(15, { ...of2015, registered_days: null }),
].map((row, i) => ({ ...row, person_key: i + 1, case_number: 1, only_case: true }));

let world: AskedWorld;
beforeAll(async () => {
  world = await openWorld(cases as never, [registered('440000')]);
});
afterAll(() => world.close());

test('completeness of a hundred a year after diagnosis, worked out by hand', async () => {
  const { values, denominators, numerators, states, notes } = await askOf(world).ask({
    ...{ measure: 'REGISTRATION_COMPLETENESS', at: 1 },
  });
  // S = 1 − 30/100; U = 1 − 60/(100 − 10); lost = 0.3 · (1 + U)/2 · ½; missing = 0.7 · U.
  const unregistered = 1 - 60 / 90;
  const expected = 1 - 0.7 * unregistered - 0.3 * ((1 + unregistered) / 2) * 0.5;
  expect(values).toEqual([Number((100 * expected).toFixed(1))]);
  expect([states[0], denominators[0], numerators[0]]).toEqual(['SHOWN', 100, null]);
  expect(notes[0].en).toContain('Bullard');
});

test('after four years those who wait are registered: what is lost stays', async () => {
  const { values } = await askOf(world).ask({ measure: 'REGISTRATION_COMPLETENESS', at: 4 });
  const lost = 0.3 * ((1 + (1 - 60 / 90)) / 2) * 0.5;
  expect(values).toEqual([Number((100 * (1 - lost)).toFixed(1))]);
});

test('years too near the closing day have no figure; reports are not crossed', async () => {
  const by = await askOf(world).byCode({
    ...{ measure: 'REGISTRATION_COMPLETENESS', by: ['YEAR'], at: 1 },
  });
  expect([typeof by['2015'], by['2025']]).toEqual(['number', 'SUPPRESSED']);
  const crossed = await askOf(world).put({
    ...{ measure: 'REGISTRATION_COMPLETENESS', by: ['REGISTRATION'] },
  });
  expect(crossed.codes).toEqual(['BAD_USER_INPUT']);
  const long = await askOf(world).put({ measure: 'REGISTRATION_COMPLETENESS', at: 11 });
  expect(long.messages[0]).toContain('10 at most');
});
