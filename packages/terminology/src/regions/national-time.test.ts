import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayBegins, nationalDay, nationalTime } from './national-time.ts';

test('the day changes at midnight of the nation’s clock', () => {
  expect(nationalDay(new Date('2024-03-14T15:59:59Z'))).toBe('2024-03-14');
  expect(nationalDay(new Date('2024-03-14T16:00:00Z'))).toBe('2024-03-15');
  expect(nationalDay(new Date('2024-12-31T16:00:00Z'))).toBe('2025-01-01');
});

test('a birthday begins at midnight of the nation’s clock, and an instant is shown by it', () => {
  expect(nationalTime(new Date('2024-03-14T16:00:00Z'))).toBe('00:00');
  expect(nationalTime(new Date('2024-03-14T15:59:59Z'))).toBe('23:59');
  expect(dayBegins('2024-03-15')).toBe('2024-03-14T16:00:00.000Z');
});

test('a day is that of the time zone’s own calendar, in the years of summer time too', () => {
  const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
  const instants = fc.date({
    min: new Date('1950-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true,
  });
  fc.assert(fc.property(instants, (at) => nationalDay(at) === calendar.format(at)));
  expect(nationalDay(new Date('1991-07-01T15:30:00Z'))).toBe('1991-07-02');
});
