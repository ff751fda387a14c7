import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskedWorld, askOf, openWorld, registered } from '../testing/asked.ts';
import { byHand, many } from '../testing/by-hand.ts';

/** Cases of each year of one province. The few of 2020 are hidden, and those of 2017 with them: one hidden year would be told by the total. */
const yearly = [
  [2017, 12],
  [2018, 40],
  [2019, 60],
  [2020, 4],
  [2021, 50],
  [2022, 50],
  [2023, 100],
  [2024, 70],
] as const;
const numbered = (rows: typeof byHand) =>
  rows.map((row, i) => ({ ...row, person_key: i + 1, case_number: 1, only_case: true })) as never;

let world: AskedWorld;
let years: AskedWorld;
beforeAll(async () => {
  const unknown = many(20, { site_group: 'other', topography: 'C80.9' });
  world = await openWorld(numbered([...byHand, ...unknown]), [registered('440000')]);
  years = await openWorld(
    numbered(yearly.flatMap(([diagnosis_year, count]) => many(count, { diagnosis_year }))),
    [registered('440000')],
  );
});
afterAll(async () => {
  await world.close();
  await years.close();
});

test('unknown primary: 20 of 335 malignant; by province those of it', async () => {
  const { values, numerators, denominators, states } = await askOf(world).ask({
    measure: 'UNKNOWN_PRIMARY_SHARE',
  });
  expect([states[0], numerators[0], denominators[0]]).toEqual(['SHOWN', 20, 335]);
  expect(values[0]).toBe(Number(((100 * 20) / 335).toFixed(1)));
  const { codes } = await askOf(world).put({ measure: 'UNKNOWN_PRIMARY_SHARE', by: ['SITE'] });
  expect(codes).toEqual(['BAD_USER_INPUT']);
});

test('unknown age: 40 of 335', async () => {
  const { numerators, denominators } = await askOf(world).ask({ measure: 'UNKNOWN_AGE_SHARE' });
  expect([numerators[0], denominators[0]]).toEqual([40, 335]);
});

test('a year against the mean of the five before that are shown; R poisson.test(c(100, 200), c(1, 4)) has 1.557 to 2.555', async () => {
  const { axes, values, lower, upper, denominators, states } = await askOf(years).ask({
    measure: 'AGAINST_AVERAGE',
    by: ['YEAR'],
  });
  const at = (year: string) => axes[0].codes.indexOf(year);
  // 40, 60, 50 and 50 before it; the four cases of 2020 are not shown.
  expect(denominators[at('2023')]).toBe(50);
  expect(values[at('2023')]).toBe(200);
  expect([lower[at('2023')], upper[at('2023')]]).toEqual([155.7, 255.5]);
  expect(values[at('2024')]).toBe(Number(((100 * 70) / 65).toFixed(1)));
  expect(states[at('2020')]).toBe('SUPPRESSED');
  // Two years before it are shown.
  expect(states[at('2021')]).toBe('NO_REFERENCE');
  expect(states[at('UNKNOWN')]).toBe('NOT_APPLICABLE');
});

test('it is by year: years have to be crossed', async () => {
  const { codes } = await askOf(years).put({ measure: 'AGAINST_AVERAGE', by: ['PROVINCE'] });
  expect(codes).toEqual(['BAD_USER_INPUT']);
});
