import { expect, test } from 'vitest';
import { completedYears } from './age.ts';

const day = (date: string) => ({ date, precision: 'day' as const });

test('a year is completed on the birthday, not before', () => {
  expect(completedYears(day('1960-05-20'), '2026-05-19')).toBe(65);
  expect(completedYears(day('1960-05-20'), '2026-05-20')).toBe(66);
});

test('born on 29 February: completed on 1 March of a common year', () => {
  expect(completedYears(day('1960-02-29'), '2025-02-28')).toBe(64);
  expect(completedYears(day('1960-02-29'), '2025-03-01')).toBe(65);
});

test('a birth known to the year counts from its middle', () => {
  const born = { date: '1960-01-01', precision: 'year' as const };
  expect(completedYears(born, '2026-06-30')).toBe(65);
  expect(completedYears(born, '2026-07-01')).toBe(66);
});

test('before birth there is no age', () => {
  expect(completedYears(day('2020-01-02'), '2020-01-01')).toBeNull();
});
