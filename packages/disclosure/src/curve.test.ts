import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counted } from './counted.ts';
import { type CurvePoint, conditionalCurve, type DisclosedPoint, discloseCurve } from './curve.ts';
import { type DisclosureRule, defaultRule } from './rule.ts';

const exact: DisclosureRule = { minimumCell: 10, variance: 0, deviation: 0, never: [] };

/** Persons who die one a month from month 1, nobody lost. */
const oneAMonth = (persons: number, months: number, from = 1): CurvePoint[] =>
  Array.from({ length: months + 1 }, (_, time) => {
    const deaths = Math.max(0, Math.min(persons, time - from + 1));
    return {
      time,
      survival: 1 - deaths / persons,
      deaths,
      atRisk: persons - Math.max(0, deaths - 1),
    };
  });

describe('without noise, worked by hand: 40 persons of whom one dies each month', () => {
  // Worked out in each test: what runs while tests are collected is of none of them, to mutants too.
  const shownOf = (count = 40) =>
    discloseCurve(counted({ count, key: 3 }, exact), oneAMonth(count, 60), exact);
  test('the curve falls at every tenth death and ends where fewer than ten are at risk', () => {
    const shown = shownOf();
    const falls = shown.flatMap(({ time, survival }, i) =>
      i > 0 && survival < (shown[i - 1]?.survival ?? 1) ? [[time, survival]] : [],
    );
    expect(falls).toEqual([
      [10, 0.75],
      [20, 0.5],
      [30, 0.25],
    ]);
    expect(shown.at(-1)?.time).toBe(31);
  });
  test('its limits are those of a curve of those falls (Greenwood, log)', () => {
    const shown = shownOf();
    // Ten of 41.3 = 31 / 0.75 died.
    const se = Math.sqrt(0.25 / ((31 / 0.75) * 0.75));
    expect(shown[10]?.lower).toBeCloseTo(0.75 * Math.exp(-1.96 * se), 3);
    expect(shown[10]?.upper).toBeCloseTo(0.75 * Math.exp(1.96 * se), 3);
    expect(shown[9]).toMatchObject({ survival: 1, lower: 1, upper: 1 });
    // The variance adds up: ten more of 21 / (2/3) died.
    const twice = Math.sqrt(se ** 2 + 1 / 3 / ((21 / (2 / 3)) * (2 / 3)));
    expect(shown[20]?.lower).toBeCloseTo(0.5 * Math.exp(-1.96 * twice), 3);
    expect(shown[20]?.upper).toBeCloseTo(0.5 * Math.exp(1.96 * twice), 3);
    expect(shown[20]?.atRisk).toBe(21);
  });
  test('of fewer than ten persons there is no curve, of ten there is one', () => {
    expect(shownOf(9)).toEqual([]);
    expect(shownOf(10)).not.toEqual([]);
  });
  test('where everybody died the limits are not known; the last fall adds no variance', () => {
    const points = [
      { time: 0, survival: 1, deaths: 0, atRisk: 20 },
      { time: 1, survival: 0, deaths: 20, atRisk: 20 },
      { time: 2, survival: 0, deaths: 40, atRisk: 20 },
    ];
    const shown = discloseCurve(counted({ count: 20, key: 3 }, exact), points, exact);
    expect(shown).toMatchObject([
      { survival: 1, lower: 1, upper: 1 },
      { survival: 0, lower: null, upper: null },
      { survival: 0, lower: null, upper: null },
    ]);
  });
});

test('never up, between 0 and 1, falls of ten deaths and more, near the exact curve', () => {
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 400 }), fc.nat(2 ** 32 - 1), (persons, key) => {
      const points = oneAMonth(persons, 300);
      const shown = discloseCurve(counted({ count: persons, key }, defaultRule), points);
      expect(shown.length).toBeGreaterThan(0);
      let [before, told] = [1, 0];
      shown.forEach(({ time, survival, lower, upper }, i) => {
        expect(time).toBe(i);
        expect(survival).toBeLessThanOrEqual(before);
        if (survival < before) {
          expect((points[i] as CurvePoint).deaths - told).toBeGreaterThanOrEqual(10);
          told = (points[i] as CurvePoint).deaths;
        }
        expect((lower ?? 0) <= survival && survival <= (upper ?? 1)).toBe(true);
        before = survival;
      });
      // Of up to 9 by the noise, and up to 28 that have come since it fell last.
      const far = shown.map(({ survival }, i) => Math.abs(survival - (points[i]?.survival ?? 0)));
      expect(Math.max(0, ...far)).toBeLessThanOrEqual(37 / persons + 1e-9);
    }),
  );
});

test('attack: the month of a death from the curves with and without the person', () => {
  // 300 persons, one dies each month; the target dies in a month of their own. The two curves are moved anew everywhere,
  // so the first month at which they differ is no better than a guess.
  let found = 0;
  const tries = 1000;
  for (let i = 0; i < tries; i++) {
    const month = 40 + (i % 80);
    const base = oneAMonth(300, 120);
    const withTarget = base.map(({ time, deaths, atRisk }) => {
      const died = deaths + (time >= month ? 1 : 0);
      return {
        time,
        deaths: died,
        survival: 1 - died / 301,
        atRisk: atRisk + (time <= month ? 1 : 0),
      };
    });
    const key = Math.imul(i + 1, 0x9e3779b1) >>> 0;
    const a = discloseCurve(counted({ count: 300, key }, defaultRule), base);
    const b = discloseCurve(
      counted({ count: 301, key: (key + 12345) >>> 0 }, defaultRule),
      withTarget,
    );
    // The attacker takes the largest change of the difference of the two curves for the month of death.
    const change = a.map(({ survival }, t) => {
      const gap = (at: number) => 300 * (a[at]?.survival ?? 0) - 301 * (b[at]?.survival ?? 0);
      return t === 0 || survival === undefined ? 0 : Math.abs(gap(t) - gap(t - 1));
    });
    if (change.indexOf(Math.max(...change)) === month) found++;
  }
  // One of 80 by chance; three standard errors more.
  expect(found / tries).toBeLessThan(1 / 80 + 3 * Math.sqrt(((1 / 80) * (79 / 80)) / tries));
});

test('of those who lived to a month a curve as it is shown is divided by itself there', () => {
  const shown = discloseCurve(
    { count: 100, moved: 0, parts: [{ count: 100, key: 7 }] },
    Array.from({ length: 25 }, (_, time) => ({
      ...{ time, survival: 1 - time / 50, deaths: 2 * time, atRisk: 100 - 2 * time },
    })),
  );
  const at = (month: number) => shown[month] as DisclosedPoint;
  const later = conditionalCurve(shown, 6);
  expect(later).toHaveLength(shown.length - 6);
  expect(later[0]).toMatchObject({ time: 0, survival: 1, lower: 1, upper: 1 });
  expect(later[12]?.time).toBe(12);
  expect(later[12]?.survival).toBeCloseTo(at(18).survival / at(6).survival, 12);
  expect(later[12]?.lower).toBeGreaterThan(at(18).lower as number);
  expect(conditionalCurve(shown, 60)).toEqual([]);
});
