import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AskedWorld, askOf, openWorld } from '../testing/asked.ts';
import { many } from '../testing/by-hand.ts';
import { dyingAlike } from '../testing/flat-mortality.ts';
import { avoidedByShift } from './stage-shift.ts';

const STAGES = ['STAGE_I', 'STAGE_II', 'STAGE_III', 'STAGE_IV'];
/** A province's cases of 2014 by stage; so many of a hundred of each died after 400 days. */
const province = (residence: string, cases: readonly number[], died: readonly number[]) =>
  STAGES.flatMap((stage, i) => {
    const all = cases[i] as number;
    const dead = Math.round((all * (died[i] as number)) / 100);
    const of = { residence, stage, age: 60, diagnosis_year: 2014, diagnosis_month: 6 };
    return [
      ...many(all - dead, { ...of, died: false, survival_days: 4000 } as never),
      ...many(dead, { ...of, died: true, survival_days: 400 } as never),
    ];
  });

const rows = [
  ...province('440000', [100, 100, 100, 100], [20, 40, 60, 80]),
  ...province('110000', [160, 120, 80, 40], [10, 20, 30, 40]),
  ...province('320000', [50, 50, 50, 4], [20, 40, 60, 80]),
].map((row, i) => ({ ...row, person_key: i + 1, case_number: 1, only_case: true }));

let world: AskedWorld;
beforeAll(async () => {
  world = await openWorld(rows, []);
  await dyingAlike(world, 0.001);
});
afterAll(() => world.close());

const two = { provinces: ['110000', '440000'] };
const avoided = { measure: 'DEATHS_AVOIDED', by: ['PROVINCE'], filter: two };
const beijing = { comparedWith: { provinces: ['110000'] } };

test('400 cases at the stages of another province, each stage surviving as it does', async () => {
  const { axes, values, numerators, states, notes } = await askOf(world).ask({
    ...avoided,
    ...beijing,
  });
  const at = (code: string) => axes[0].codes.indexOf(code);
  // 400 · (0.15 · 80 % + 0.05 · 60 % − 0.05 · 40 % − 0.15 · 20 %) over five years of 0.1 % mortality.
  expect(values[at('440000')]).toBeCloseTo(40 * Math.exp(0.005), 0);
  expect(numerators[at('440000')]).toBe(400);
  // Its own stages avoid none.
  expect(values[at('110000')]).toBe(0);
  expect(states).toEqual(['SHOWN', 'SHOWN']);
  expect(notes[0].en).toContain('Within 5 years');
});

test('a reference that finds its cases later: more deaths', async () => {
  const { values, axes } = await askOf(world).ask({
    ...avoided,
    comparedWith: { provinces: ['440000'] },
  });
  // 400 · (−0.15 · 90 % − 0.05 · 80 % + 0.05 · 70 % + 0.15 · 60 %)
  expect(values[axes[0].codes.indexOf('110000')]).toBeCloseTo(-20 * Math.exp(0.005), 0);
});

test('a stage that has too few to be shown hides the figure, here and as the reference', async () => {
  const few = { ...avoided, by: [], filter: { provinces: ['320000'] }, ...beijing };
  expect((await askOf(world).ask(few)).states).toEqual(['SUPPRESSED']);
  const against = { ...few, filter: two, comparedWith: { provinces: ['320000'] } };
  expect((await askOf(world).ask(against)).states).toEqual(['NO_REFERENCE']);
});

test('before anybody died nothing is avoided; stages are not crossed; a reference is asked for', async () => {
  const first = await askOf(world).ask({
    ...avoided,
    ...{ by: [], filter: { provinces: ['440000'] }, at: 1, ...beijing },
  });
  expect(Math.abs(first.values[0])).toBeLessThan(0.1);
  const crossed = await askOf(world).put({ ...avoided, ...beijing, by: ['STAGE'] });
  expect(crossed.messages[0]).toContain('Stages are what is shifted');
  expect((await askOf(world).put(avoided)).messages[0]).toContain('comparedWith');
});

test('the sum by stages: none without survival where a share changes', () => {
  const own = [
    { cases: 10, survival: 0.9 },
    { cases: 30, survival: null },
  ];
  expect(avoidedByShift(own, [1, 3])).toEqual({ deaths: 0, cases: 40 });
  expect(avoidedByShift(own, [1, 1])).toBeNull();
  expect(avoidedByShift([{ cases: 0, survival: 1 }], [1])).toBeNull();
  const known = [
    { cases: 10, survival: 0.9 },
    { cases: 30, survival: 0.5 },
  ];
  expect(avoidedByShift(known, [1, 1])?.deaths).toBeCloseTo(40 * 0.25 * 0.4, 12);
});
