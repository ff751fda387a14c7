import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskedWorld, askOf, openWorld, registered } from '../testing/asked.ts';
import { many } from '../testing/by-hand.ts';
import { dyingAlike } from '../testing/flat-mortality.ts';

/** The closing day of a release that tests write. */
const CLOSING = Date.parse('2025-12-31') / 86_400_000;
const YEARS = Array.from({ length: 12 }, (_, i) => 2014 + i);
const GROUPS = Array.from({ length: 18 }, (_, i) => i);
const diagnosed = (year: number) => Date.UTC(year, 5, 15) / 86_400_000;

/** Six women of every age group each year, all alive on the closing day. */
const everyAge = (residence: string, years: readonly number[]) =>
  years.flatMap((year) =>
    GROUPS.flatMap((group) =>
      many(6, {
        ...{ residence, age: 5 * group + 2, age_group: 5 * group, diagnosis_year: year },
        ...{ diagnosis_month: 6, died: false, survival_days: CLOSING - diagnosed(year) },
      } as never),
    ),
  );
const numbered = (rows: readonly object[]) =>
  rows.map((row, i) => ({ ...row, person_key: i + 1, case_number: 1, only_case: true })) as never;

let world: AskedWorld;
let young: AskedWorld;
beforeAll(async () => {
  world = await openWorld(numbered([...everyAge('440000', YEARS), ...everyAge('320000', YEARS)]), [
    registered('440000'),
  ]);
  await dyingAlike(world, 0.001);
  young = await openWorld(numbered(everyAge('440000', [2023, 2024])), [registered('440000')]);
  await dyingAlike(young, 0.001);
});
afterAll(async () => {
  await world.close();
  await young.close();
});

const complete = { measure: 'COMPLETE_PREVALENCE', by: ['PROVINCE'] };

test('alike incidence at every age and no deaths: those of ten years over ten of a + 1 years', async () => {
  const { axes, values, numerators, states, notes } = await askOf(world).ask(complete);
  const at = (code: string) => axes[0].codes.indexOf(code);
  // Those of the last ten years, by the middle of the age group that each has reached.
  let [limited, all] = [0, 0];
  for (const year of YEARS.filter((one) => one > 2015))
    for (const group of GROUPS) {
      const attained = 5 * group + 2 + (CLOSING - diagnosed(year)) / 365.25;
      const reached = Math.min(17, Math.floor(attained / 5));
      const middle = reached === 17 ? 90 : 5 * reached + 2;
      limited += 6;
      all += (6 * (middle + 1)) / Math.min(10, middle + 1);
    }
  expect(numerators[at('440000')]).toBe(limited);
  expect(values[at('440000')] / all).toBeCloseTo(1, 2);
  // Nobody knows how many lived where no registry covers.
  expect(states[at('320000')]).toBe('NOT_REGISTERED');
  expect(numerators[at('320000')]).toBe(limited);
  expect(notes[0].en).toContain('10 years before the closing day');
  const { values: beside } = await askOf(world).ask({
    ...{ measure: 'PREVALENT_CASES', at: 10, filter: { provinces: ['440000'] } },
  });
  expect(beside).toEqual([limited]);
});

test('a release of two years is too short, and says so', async () => {
  const { states, notes } = await askOf(young).ask({ ...complete, by: [] });
  expect(states).toEqual(['NOT_FOLLOWED']);
  expect(notes[0].en).toContain('has 2 whole years');
});

test('years and ages are neither crossed nor chosen', async () => {
  const { messages } = await askOf(world).put({ ...complete, filter: { fromYear: 2020 } });
  expect(messages[0]).toContain('neither crossed nor chosen');
  expect((await askOf(world).put({ ...complete, by: ['AGE'] })).codes).toEqual(['BAD_USER_INPUT']);
});
