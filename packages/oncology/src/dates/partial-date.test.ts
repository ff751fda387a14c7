import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import {
  addMonths,
  isBefore,
  isMoreThanMonthsApart,
  latestDay,
  middleDay,
  type PartialDate,
  storedDate,
} from './partial-date.ts';

const rules = { addMonths, isBefore, isMoreThanMonthsApart, latestDay, middleDay, storedDate };
testCases<[keyof typeof rules, ...unknown[]]>(cases, ([name, ...given]) =>
  (rules[name] as (...all: unknown[]) => unknown)(...given),
);

const day = fc
  .date({ min: new Date('1850-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const partial: fc.Arbitrary<PartialDate> = fc
  .tuple(day, fc.constantFrom('day' as const, 'month' as const, 'year' as const))
  .map(([d, precision]) => ({
    date:
      precision === 'year'
        ? `${d.slice(0, 4)}-01-01`
        : precision === 'month'
          ? `${d.slice(0, 7)}-01`
          : d,
    precision,
  }));

test('months on keep the order of days', () => {
  fc.assert(
    fc.property(day, day, fc.integer({ min: -40, max: 40 }), (a, b, months) => {
      const [one, other] = a < b ? [a, b] : [b, a];
      expect(addMonths(one, months) <= addMonths(other, months)).toBe(true);
    }),
  );
});

test('the middle lies within, and of two dates one at most is before the other', () => {
  fc.assert(
    fc.property(partial, partial, (a, b) => {
      expect(middleDay(a) >= a.date && middleDay(a) <= latestDay(a)).toBe(true);
      expect(isBefore(a, b) && isBefore(b, a)).toBe(false);
      if (isMoreThanMonthsApart(a, b, 0)) {
        expect(isBefore(a, b) || isBefore(b, a)).toBe(true);
      }
    }),
  );
});
