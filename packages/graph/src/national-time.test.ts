import { expect, test } from 'vitest';
import { nationalDay } from './national-time.ts';

test('the day changes at midnight of the nation’s clock', () => {
  expect(nationalDay(new Date('2024-03-14T15:59:59Z'))).toBe('2024-03-14');
  expect(nationalDay(new Date('2024-03-14T16:00:00Z'))).toBe('2024-03-15');
  expect(nationalDay(new Date('2024-12-31T16:00:00Z'))).toBe('2025-01-01');
});
