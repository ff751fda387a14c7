import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instant, partialDate } from './dates.ts';

test('a date keeps how precisely it is known', () => {
  expect(partialDate('2019')).toEqual({ date: '2019-01-01', precision: 'year' });
  expect(partialDate('2019-03')).toEqual({ date: '2019-03-01', precision: 'month' });
  expect(partialDate('2019-03-14')).toEqual({ date: '2019-03-14', precision: 'day' });
});

test('the day of an instant is the day that it was where the institution is', () => {
  expect(partialDate('2019-03-14T23:30:00+08:00')?.date).toBe('2019-03-14');
  expect(partialDate('2019-03-14T00:30:00+08:00')?.date).toBe('2019-03-14');
  expect(partialDate('2019-03-14T15:59:59Z')?.date).toBe('2019-03-14');
  expect(partialDate('2019-03-14T16:00:00Z')?.date).toBe('2019-03-15');
  expect(partialDate('2019-12-31T23:30:00-05:00')?.date).toBe('2020-01-01');
});

test.each(['2019-13', '2019-02-29', '2019-00-01', '0000', '19-1-1', '', '2019-3-1'])(
  'there is no day %j',
  (text) => expect(partialDate(text)).toBeNull(),
);

test('a date alone is its first moment', () => {
  expect(instant('2019-03')).toBe('2019-03-01T00:00:00+08:00');
  expect(instant('2019-03-14T10:00:00+08:00')).toBe('2019-03-14T10:00:00+08:00');
  expect(instant('2019-03-14T25:00:00Z')).toBeNull();
});

test('every day of the calendar reads back as itself', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1850-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
      (d) => {
        const day = d.toISOString().slice(0, 10);
        expect(partialDate(day)).toEqual({ date: day, precision: 'day' });
        expect(partialDate(`${day}T00:00:00+08:00`)?.date).toBe(day);
      },
    ),
  );
});
