/** Curves of survival: whole calendars of deaths from one, the month of a death from two. */
import {
  type CurvePoint,
  counted,
  type DisclosedPoint,
  defaultRule,
  discloseCurve,
  RecentSets,
} from '@nodp/disclosure';
import { expect, test } from 'vitest';
import { cellOf, chance, randomOf, setOf, targetsOf } from './world.ts';

const MONTHS = 60;

/** The exact curve of persons who die in the months told; the others live on. */
const curveOf = (persons: number, deaths: readonly number[]): CurvePoint[] =>
  Array.from({ length: MONTHS + 1 }, (_, time) => {
    const died = deaths.filter((month) => month <= time).length;
    const before = deaths.filter((month) => month < time).length;
    return { time, deaths: died, survival: 1 - died / persons, atRisk: persons - before };
  });

/** Deaths in each month that a curve shows, of so many persons. */
const calendarOf = (
  persons: number,
  points: readonly Pick<DisclosedPoint, 'survival'>[],
): number[] =>
  points.map(({ survival }, i) =>
    Math.round(persons * ((points[i - 1]?.survival ?? 1) - survival)),
  );

test('whole calendars of deaths from one curve', () => {
  const random = randomOf(7);
  const tries = targetsOf(150);
  let [found, foundExact] = [0, 0];
  for (let i = 0; i < tries; i++) {
    const persons = 12 + random.below(30);
    const deaths = Array.from({ length: Math.ceil(persons * 0.6) }, () => 1 + random.below(MONTHS));
    const exact = curveOf(persons, deaths);
    const truth = exact.map(({ deaths: all }, t) => all - (exact[t - 1]?.deaths ?? 0)).join();
    const shown = discloseCurve(counted(cellOf(persons, random), defaultRule), exact);
    // The attacker even knows how many persons there are.
    if (calendarOf(persons, shown).join() === truth) found++;
    if (calendarOf(persons, exact).join() === truth) foundExact++;
  }
  expect(found).toBe(0);
  // The exact curve tells them all: the attack is able to succeed.
  expect(foundExact).toBe(tries);
});

type Survival = readonly Pick<DisclosedPoint, 'survival'>[];

/** The month in which two curves part most, as deaths: where the one has the target and the other has not. */
const monthOfDifference = (persons: number, less: Survival, more: Survival): number => {
  const gap = (t: number) =>
    (persons + 1) * (1 - (more[t]?.survival ?? 0)) - persons * (1 - (less[t]?.survival ?? 0));
  const changes = Array.from({ length: Math.min(less.length, more.length) }, (_, t) =>
    t === 0 ? 0 : gap(t) - gap(t - 1),
  );
  return changes.indexOf(Math.max(...changes));
};

/** How often the month of a target's death is found by the curves with and without the target, and from exact ones. */
const attack = (tries: number, together: boolean) => {
  const random = randomOf(17);
  let [found, foundExact] = [0, 0];
  for (let i = 0; i < tries; i++) {
    const persons = 150 + random.below(150);
    const deaths = Array.from({ length: Math.ceil(persons * 0.6) }, () => 1 + random.below(MONTHS));
    const target = 1 + random.below(MONTHS);
    const exact = [curveOf(persons, deaths), curveOf(persons + 1, [...deaths, target])] as const;
    const keys = Int32Array.from({ length: persons + 1 }, () => random.key());
    const all = Array.from(keys.keys());
    const sets = [setOf(all.slice(0, persons), keys), setOf(all, keys)] as const;
    const recent = new RecentSets(defaultRule.minimumCell);
    // One account is answered with the curve it was answered first; two accounts have memories of their own.
    const shown = sets.map((set, at) => {
      const answered = together ? set : recent.answer(set);
      const curve = answered === set ? exact[at as 0 | 1] : exact[0];
      return discloseCurve(counted(answered, defaultRule), curve);
    });
    if (monthOfDifference(persons, shown[0] as Survival, shown[1] as Survival) === target) found++;
    if (monthOfDifference(persons, ...exact) === target) foundExact++;
  }
  return { found: found / tries, foundExact: foundExact / tries };
};

test('the month of a death from the curves with and without the person: an account has one curve for both', () => {
  const tries = targetsOf(300);
  const { found, foundExact } = attack(tries, false);
  expect(found).toBeLessThan(chance(1 / MONTHS, tries));
  // Exact curves tell it: the attack is able to succeed.
  expect(foundExact).toBeGreaterThan(0.9);
});

test('two accounts together, with both curves, name it in one of twenty at most, where a guess has one of sixty', () => {
  expect(attack(targetsOf(1000), true).found).toBeLessThan(1 / 20);
});
