/** Curves of survival: whole calendars of deaths from one, the month of a death from two. */
import {
  type Counted,
  type CurvePoint,
  counted,
  type DisclosedPoint,
  defaultRule,
  discloseCurve,
} from '@nodp/disclosure';
import { expect, test } from 'vitest';
import { cellOf, chance, randomOf, targetsOf } from './world.ts';

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

test('the month of a death from the curves with and without the person', () => {
  const random = randomOf(17);
  const tries = targetsOf(300);
  let [found, foundExact] = [0, 0];
  for (let i = 0; i < tries; i++) {
    const persons = 150 + random.below(150);
    const deaths = Array.from({ length: Math.ceil(persons * 0.6) }, () => 1 + random.below(MONTHS));
    const target = 1 + random.below(MONTHS);
    const [less, more] = [curveOf(persons, deaths), curveOf(persons + 1, [...deaths, target])];
    const set = cellOf(persons, random);
    const joined = { count: persons + 1, key: (set.key + random.key()) >>> 0 };
    const difference = (
      a: readonly Pick<DisclosedPoint, 'survival'>[],
      b: readonly Pick<DisclosedPoint, 'survival'>[],
    ): number => {
      const gap = (t: number) =>
        (persons + 1) * (1 - (b[t]?.survival ?? 0)) - persons * (1 - (a[t]?.survival ?? 0));
      const changes = Array.from({ length: Math.min(a.length, b.length) }, (_, t) =>
        t === 0 ? 0 : gap(t) - gap(t - 1),
      );
      return changes.indexOf(Math.max(...changes));
    };
    const of = (keyed: typeof set): Counted => counted(keyed, defaultRule);
    if (difference(discloseCurve(of(set), less), discloseCurve(of(joined), more)) === target)
      found++;
    if (difference(less, more) === target) foundExact++;
  }
  // One of sixty months by chance.
  expect(found / tries).toBeLessThan(chance(1 / MONTHS, tries));
  expect(foundExact / tries).toBeGreaterThan(0.9);
});
