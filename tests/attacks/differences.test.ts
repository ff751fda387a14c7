import { defaultRule, disclose, RecentSets } from '@nodp/disclosure';
import { expect, test } from 'vitest';
import { chance, randomOf, setOf, targetsOf } from './world.ts';

const TARGETS = 1000;
const PERSONS = 3000;
const random = randomOf(3);
const keys = Int32Array.from({ length: PERSONS }, () => random.key());

/** Random persons of the first so many, the target left out. */
const base = (size: number, target: number): Set<number> => {
  const chosen = new Set<number>();
  while (chosen.size < size) {
    const person = random.below(PERSONS);
    if (person !== target) chosen.add(person);
  }
  return chosen;
};
const told = (persons: Iterable<number>, recent: RecentSets) =>
  disclose(recent.answer(setOf(persons, keys))).value;

test('the edge oracle and differencing: whether a target belongs is not told by the answer with the target joined', () => {
  let right = 0;
  for (let target = 0; target < TARGETS; target++) {
    // Half of the targets have what the cohort asks for.
    const belongs = random.unit() < 0.5;
    const cohort = base(15 + random.below(200), target);
    if (belongs) cohort.add(target);
    const recent = new RecentSets(defaultRule.minimumCell);
    const before = told(cohort, recent);
    const joined = told([...new Set([...cohort, target])], recent);
    // An answer that changes was of another set: the target was not there.
    const guess = before === joined;
    if (guess === belongs) right++;
  }
  expect(right / TARGETS).toBeLessThan(chance(0.5, TARGETS));
});

test('without the recent sets the noise alone would tell: the test is able to fail', () => {
  let right = 0;
  for (let target = 0; target < TARGETS; target++) {
    const belongs = random.unit() < 0.5;
    const cohort = base(15 + random.below(200), target);
    if (belongs) cohort.add(target);
    const before = disclose(setOf(cohort, keys)).value;
    const joined = disclose(setOf(new Set([...cohort, target]), keys)).value;
    if ((before === joined) === belongs) right++;
  }
  expect(right / TARGETS).toBeGreaterThan(0.8);
});

test('averaging over many bases: as many as a day allows for a target tell nothing', () => {
  let right = 0;
  const tries = targetsOf(200);
  for (let target = 0; target < tries; target++) {
    const belongs = random.unit() < 0.5;
    const recent = new RecentSets(defaultRule.minimumCell);
    let sum = 0;
    for (let i = 0; i < 40; i++) {
      const cohort = base(60 + random.below(60), target);
      if (belongs) cohort.add(target);
      const without = told(cohort, recent) ?? 0;
      const joined = told(new Set([...cohort, target]), recent) ?? 0;
      sum += joined - without;
    }
    // Who does not belong adds one to the joined cohort: a mean above a half.
    const guess = sum / 40 < 0.5;
    if (guess === belongs) right++;
  }
  expect(right / tries).toBeLessThan(chance(0.5, tries));
});

test('two releases: a cohort that stays has one answer in all; one that grew by a person is moved anew', () => {
  let right = 0;
  for (let target = 0; target < TARGETS; target++) {
    const added = random.unit() < 0.5;
    const cohort = base(100, target);
    const first = disclose(setOf(cohort, keys)).value as number;
    // The rest of the cohort changes between releases as well: two others came.
    const next = new Set([...cohort, random.below(PERSONS), random.below(PERSONS)]);
    if (added) next.add(target);
    const second = disclose(setOf(next, keys)).value as number;
    const guess = second - first > 2.5;
    if (guess === added) right++;
    expect(disclose(setOf(cohort, keys)).value).toBe(first);
  }
  // A shift of one among noise of two moves (a standard deviation of 4) is found in 55 of 100 at best.
  expect(right / TARGETS).toBeLessThan(chance(0.55, TARGETS));
});
