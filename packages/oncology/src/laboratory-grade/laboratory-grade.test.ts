import { analytes } from '@nodp/terminology/loinc';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { CRITERIA } from './criteria.ts';
import { type LaboratoryValue, laboratoryGrade } from './laboratory-grade.ts';

const value = (given: Partial<LaboratoryValue>): LaboratoryValue => ({
  analyte: '',
  value: Number.NaN,
  comparator: null,
  low: null,
  high: null,
  albumin: null,
  ...given,
});

const gradeOf = (given: Partial<LaboratoryValue>): number =>
  laboratoryGrade(value(given)).value?.grade ?? 0;

testCases<Partial<LaboratoryValue>>(cases, (given) => laboratoryGrade(value(given)));

describe('the criteria', () => {
  test('speak of analytes that the terminology has', () => {
    const known = new Set(analytes().map(({ id }) => id));
    expect(CRITERIA.filter(({ analyte }) => !known.has(analyte))).toEqual([]);
  });

  test('have limits that lie further out with every grade', () => {
    for (const { side, limits } of CRITERIA) {
      const stated = limits.filter((limit) => limit !== null);
      const outwards = stated.toSorted((a, b) => (side === 'below' ? b - a : a - b));
      expect(stated).toEqual(outwards);
    }
  });

  test.each(CRITERIA.map((c) => [c.term.en, c] as const))(
    '%s: a value at a limit has the grade before it, and one beyond the limit has the grade',
    (_, { analyte, side, of, limits }) => {
      const range = { low: 10, high: 10 };
      limits.forEach((limit, index) => {
        if (limit === null) return;
        const at = of === 'value' ? limit : limit * 10;
        const beyond = side === 'below' ? at * 0.999 : at * 1.001;
        const given = of === 'value' ? { analyte, albumin: 40 } : { analyte, ...range };
        expect(gradeOf({ ...given, value: at })).toBeLessThan(index + 1);
        expect(gradeOf({ ...given, value: beyond })).toBe(index + 1);
      });
    },
  );
});

const given = fc.record({
  analyte: fc.constantFrom(...CRITERIA.map(({ analyte }) => analyte)),
  value: fc.double({ min: 0, max: 400, noNaN: true }),
  low: fc.constantFrom(null, 3.5, 40, 130),
  high: fc.constantFrom(null, 5.3, 50, 175),
  albumin: fc.constantFrom(null, 20, 40),
});

test('a value that is further out is never graded lower', () => {
  fc.assert(
    fc.property(given, fc.double({ min: 0, max: 100, noNaN: true }), (one, more) => {
      const near = laboratoryGrade(value(one)).value;
      if (near === null) return;
      const step = near.side === 'below' ? -more : more;
      expect(gradeOf({ ...one, value: one.value + step })).toBeGreaterThanOrEqual(near.grade);
    }),
  );
});
