import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedSurvivalOfOne } from './expected-survival-of-one.ts';
import { dailyHazard, hazardAt, lifeTable, lifeTableStratum } from './life-table.ts';

const day = (date: string) => Date.parse(date) / 86_400_000;

/** Two ages × two years × sex × region: hazards 1 … 16 per 100,000 days. */
const table = lifeTable({
  ages: [0, 60 * 365.241],
  years: [day('2000-01-01'), day('2010-01-01')],
  factors: [
    { name: 'sex', categories: ['male', 'female'] },
    { name: 'region', categories: ['north', 'south'] },
  ],
  hazards: Float64Array.from({ length: 16 }, (_, k) => (k + 1) / 100_000),
});

describe('a life table', () => {
  it('finds the cell of a person: ages fastest, then years, then the last factor', () => {
    const woman = lifeTableStratum(table, { region: 'south', sex: 'female' });
    expect(woman).toBe(3);
    expect(hazardAt(table, woman, 61 * 365.241, day('2012-06-01'))).toBe(16e-5);
    const man = lifeTableStratum(table, { sex: 'male', region: 'north' });
    expect(hazardAt(table, man, 30 * 365.241, day('2005-06-01'))).toBe(1e-5);
  });

  it('takes the nearest cell outside, as relsurv does', () => {
    expect(hazardAt(table, 0, 130 * 365, day('2050-01-01'))).toBe(4e-5);
    expect(hazardAt(table, 0, -1, day('1900-01-01'))).toBe(1e-5);
  });

  it('carries one person through a birthday and a new decade', () => {
    // 60 after 100 days (cell 1 → 2), the new decade after 150 (cell 2 → 4).
    const man = { age: 60 * 365.241 - 100, date: day('2010-01-01') - 150, stratum: 0 };
    const hazard = (100 * 1 + 50 * 2 + 50 * 4) / 100_000;
    expect(expectedSurvivalOfOne(table, man, 200)).toBeCloseTo(Math.exp(-hazard), 14);
  });

  it('gives the daily hazard of a yearly probability', () => {
    expect(dailyHazard(0.85061)).toBeCloseTo(0.000442999388963638, 15);
    expect(dailyHazard(1)).toBe(0);
  });

  it('survival to a + b is survival to a times survival from there on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 9000, max: 20_000 }),
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 0, max: 9000 }),
        fc.integer({ min: 0, max: 3 }),
        (age, date, a, b, stratum) => {
          const person = { age, date, stratum };
          const later = { age: age + a, date: date + a, stratum };
          expect(expectedSurvivalOfOne(table, person, a + b)).toBeCloseTo(
            expectedSurvivalOfOne(table, person, a) * expectedSurvivalOfOne(table, later, b),
            12,
          );
        },
      ),
    );
  });

  it('refuses what it cannot be', () => {
    expect(() => lifeTable({ ages: [0], years: [0], hazards: [1, 2] })).toThrow('need 1');
    expect(() => lifeTable({ ages: [5, 5], years: [0], hazards: [1, 2] })).toThrow('ages[1]');
    expect(() => lifeTable({ ages: [0], years: [0], hazards: [-1] })).toThrow('negative');
    expect(() => lifeTableStratum(table, { sex: 'male' })).toThrow('region');
    expect(() => dailyHazard(0)).toThrow('oneYearSurvival');
    expect(() => hazardAt(table, 4, 0, 0)).toThrow('strata 0 to 3');
  });
});
