import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import { MARKER_ALERT_RULES } from './alert-rules.ts';
import { doublingOf } from './calcitonin.ts';
import cases from './cases.json' with { type: 'json' };
import { type Point, reaches } from './points.ts';
import { phoenix } from './psa.ts';
import { ceawatch, twiceOver } from './rises.ts';

type Given = Record<string, unknown>;

describe.each(Object.keys(MARKER_ALERT_RULES) as (keyof typeof MARKER_ALERT_RULES)[])('%s', (id) =>
  testCases<Given>(cases[id], (given) => MARKER_ALERT_RULES[id].decide(given)),
);

test('calcitonin that doubles each quarter doubles in three months', () => {
  const points = [10, 20, 40, 80].map((value, i) => ({
    date: ['2024-01-01', '2024-04-01', '2024-07-01', '2024-09-30'][i] as string,
    value,
    below: false,
  }));
  expect(doublingOf(points)?.months).toBeCloseTo(2.99, 1);
});

test.each([
  [{ points: [{ date: '2024-02-31', value: 1 }] }, 'is no day'],
  [{ points: [{ date: '2024-02-01', value: 'high' }] }, 'is no value'],
  [{ points: [{ date: '2024-02-01', value: -1 }] }, 'is no value'],
])('what cannot be read is said: %o', (given, message) => {
  expect(() => MARKER_ALERT_RULES['psa-phoenix'].decide(given)).toThrow(message);
});

const courses = fc
  .array(fc.double({ min: 0.01, max: 100, noNaN: true }), { maxLength: 12 })
  .map((values): Point[] =>
    values.map((value, month) => ({
      date: `20${String(10 + Math.floor(month / 12)).padStart(2, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`,
      value,
      below: false,
    })),
  );

test('the nadir of Phoenix is lower than the value that fails by 2, and lies before it', () => {
  fc.assert(
    fc.property(courses, (points) => {
      const { alert, from, to } = phoenix(points);
      if (!alert || from === null || to === null) return;
      expect(from.date < to.date && reaches(to.value, from.value + 2)).toBe(true);
      expect(
        points.filter(({ date }) => date < to.date).every(({ value }) => value >= from.value),
      ).toBe(true);
    }),
  );
});

test('no rule alerts on a single value, nor on a course that only falls', () => {
  fc.assert(
    fc.property(courses, (points) => {
      const falling = points
        .toSorted((a, b) => b.value - a.value)
        .map(({ value }, i) => ({ ...(points[i] as Point), value }));
      for (const course of [points.slice(0, 1), falling]) {
        expect(phoenix(course).alert).toBe(false);
        expect(ceawatch(course).alert).toBe(false);
        expect(twiceOver(points.slice(0, 1), 5, 'U').alert).toBe(false);
      }
    }),
  );
});
