import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskedWorld, askOf, openWorld } from '../testing/asked.ts';
import { many } from '../testing/by-hand.ts';

const cost = (direct_cost: number | null, out_of_pocket_cost: number | null, more = {}) => ({
  direct_cost,
  out_of_pocket_cost,
  ...more,
});
const fourth = { stage: 'STAGE_IV' };
const cases = [
  ...many(20, cost(3_000, 1_000)),
  ...many(60, cost(25_000, null)),
  ...many(20, cost(250_000, 60_000)),
  ...many(15, cost(null, null)),
  // Dear ones of another stage, the highest that a release tells.
  ...many(12, cost(2_000_000, null, fourth)),
  ...many(20, cost(150_000, null, fourth)),
  // Too few to be told of.
  ...many(4, cost(900_000, null, { stage: 'STAGE_III' })),
].map((row, i) => ({ ...row, person_key: i + 1, case_number: 1, only_case: true }));

let world: AskedWorld;
beforeAll(async () => {
  world = await openWorld(cases as never, []);
});
afterAll(() => world.close());

const first = { filter: { stages: ['STAGE_I'] } };

test('the middle of a hundred bills: classes of nobody are told with the next that can be', async () => {
  const { values, lower, upper, numerators, notes, about } = await askOf(world).ask({
    ...{ measure: 'DIRECT_COST_MEDIAN', ...first },
  });
  // 30 of the 60 between 5,000 and 30,000 lie below it: 17,500; ranks 40.2 and 59.8 are its limits; all to two digits.
  expect(values).toEqual([18_000]);
  expect(lower).toEqual([13_000]);
  expect(upper).toEqual([22_000]);
  expect(numerators).toEqual([100]);
  expect(notes[0].zh).toContain('200万元');
  expect(about.unit.zh).toBe('元');
});

test('by stage: few cases tell nothing, and two bands are too few for a middle', async () => {
  const by = await askOf(world).byCode({ measure: 'DIRECT_COST_MEDIAN', by: ['STAGE'] });
  expect(by).toMatchObject({ STAGE_I: 18_000, STAGE_III: 'SUPPRESSED' });
  // The total less the others would tell the few: the next small one is hidden with them.
  expect(by.STAGE_IV).toBe('SUPPRESSED');
  const fourthAlone = { measure: 'DIRECT_COST_MEDIAN', filter: { stages: ['STAGE_IV'] } };
  expect((await askOf(world).ask(fourthAlone)).states).toEqual(['TOO_FEW']);
});

test('out of pocket is of the bills that say it', async () => {
  const own = await askOf(world).ask({ measure: 'OUT_OF_POCKET_MEDIAN', ...first });
  expect(own.numerators).toEqual([40]);
  expect(own.states).toEqual(['TOO_FEW']);
});

test('classes of cost are crossed like any other, the unknown their own', async () => {
  const by = await askOf(world).byCode({ measure: 'CASES', by: ['DIRECT_COST'], ...first });
  expect(by).toMatchObject({ 0: 20, 20000: 60, 200000: 20, UNKNOWN: 15 });
  const { messages } = await askOf(world).put({
    measure: 'DIRECT_COST_MEDIAN',
    by: ['DIRECT_COST'],
  });
  expect(messages[0]).toContain('already');
});

test('all bills of a year together: each class at its middle, to two digits; years have to be crossed', async () => {
  const asked = { by: ['YEAR'], ...first };
  const { values, lower, upper, numerators } = await askOf(world).ask({
    ...{ measure: 'DIRECT_COST_TOTAL', ...asked },
  });
  // 20 · 2,500 + 60 · 25,000 + 20 · 250,000 = 6,550,000; ± 1.96 · √Σ n · mean².
  expect([numerators[0], values[0]]).toEqual([100, 6_600_000]);
  const half = 1.959964 * Math.sqrt(20 * 2_500 ** 2 + 60 * 25_000 ** 2 + 20 * 250_000 ** 2);
  expect(lower[0]).toBe(Number((6_550_000 - half).toPrecision(2)));
  expect(upper[0]).toBe(Number((6_550_000 + half).toPrecision(2)));
  const { messages } = await askOf(world).put({ measure: 'DIRECT_COST_TOTAL', by: ['STAGE'] });
  expect(messages[0]).toMatch(/year/i);
  const own = await askOf(world).ask({ measure: 'OUT_OF_POCKET_TOTAL', ...asked });
  expect(own.numerators[0]).toBe(40);
});
