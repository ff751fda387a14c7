import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CohortDefinition } from '@nodp/cohorts';
import { defaultRule, disclose, type Printed, RecentSets } from '@nodp/disclosure';
import { cohortsInMemory, openDuckdb, readCaseColumns } from '@nodp/warehouse';
import { writeRelease } from '@nodp/warehouse/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chance, randomOf } from './world.ts';

const PERSONS = 3000;
const LAST_DAY = 700;
const random = randomOf(11);
/** The day of each person's operation; some days have nobody's, some one's. */
const days = Array.from({ length: PERSONS }, () => Math.floor(random.unit() ** 3 * LAST_DAY * 4));

let folder: string;
/** Those operated on until each of the days. */
let until: Printed[];

const untilDay = (to: number): CohortDefinition => ({
  time: {
    index: { event: { mark: 'DIAGNOSIS' } },
    meets: { occurs: { event: { treatment: { kind: 'SURGERY' } }, from: 0, to } },
  },
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-windows-'));
  await writeRelease(folder, {
    cases: days.map((_, i) => ({
      ...{ person_key: i + 1, case_number: 1, only_case: true, site_group: 'lung' },
      ...{ behaviour: '3', origin_days: 0, survival_days: 4000, surgery: true },
    })),
    treatments: days.map((day, i) => ({ person_key: i + 1, kind: 'SURGERY', start_days: day })),
  });
  const engine = await openDuckdb(folder);
  const { sets } = cohortsInMemory(await readCaseColumns(engine), engine);
  until = [...(await sets(Array.from({ length: LAST_DAY }, (_, to) => untilDay(to))))];
  await engine.close();
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

/** Of days on which one person or nobody was operated on, as many of each: how many are told apart by the answers before and after. */
const toldApart = (answer: (recent: RecentSets, day: number) => number | null): number => {
  const many = (day: number) => days.filter((each) => each === day).length;
  const asked = Array.from({ length: LAST_DAY - 101 }, (_, i) => i + 101);
  const [one, none] = [asked.filter((d) => many(d) === 1), asked.filter((d) => many(d) === 0)];
  const pairs = Math.min(one.length, none.length);
  expect(pairs).toBeGreaterThan(30);
  const guessed = (day: number): boolean => {
    const recent = new RecentSets(defaultRule.minimumCell);
    return answer(recent, day - 1) !== answer(recent, day);
  };
  const right = [
    ...one.slice(0, pairs).map((day) => guessed(day)),
    ...none.slice(0, pairs).map((day) => !guessed(day)),
  ];
  return right.filter(Boolean).length / right.length;
};

test('a window made one day longer does not tell whether somebody’s day it was', () => {
  const share = toldApart((recent, day) => disclose(recent.answer(until[day] as Printed)).value);
  expect(share).toBeLessThan(chance(0.5, 60));
});

test('without the recent sets it would: the test is able to fail', () => {
  expect(toldApart((_, day) => disclose(until[day] as Printed).value)).toBeGreaterThan(0.75);
});
