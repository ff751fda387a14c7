import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serialDay } from './serial-day.ts';

test.each([
  ['43864', 1900, '2020-02-03'],
  ['43864.5', 1900, '2020-02-03 12:00:00'],
  ['42402', 1904, '2020-02-03'],
  // A year, a day as eight digits, a day in words: no number of days.
  ['1949', 1900, null],
  ['20260314', 1900, null],
  ['2026-03-14', 1900, null],
  ['99999', 1900, null],
] as const)('%s of %d is %s', (cell, epoch, day) => {
  expect(serialDay(cell, epoch)).toBe(day);
});

test('one day more is the next day, in either system', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 10_000, max: 70_000 }),
      fc.constantFrom(1900, 1904),
      (n, epoch) => {
        const at = (days: number) => Date.parse(serialDay(String(days), epoch as 1900) ?? '');
        expect(at(n + 1) - at(n)).toBe(86_400_000);
      },
    ),
  );
});
