import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay, formatInstant, formatPartialDate, spanOfPartialDate } from './date.ts';

describe('dates', () => {
  it('keep the precision they were recorded with', () => {
    expect(formatPartialDate('2019')).toBe('2019');
    expect(formatPartialDate('2019-03')).toBe('2019-03');
    expect(formatPartialDate('2019-03-14')).toBe('2019-03-14');
    expect(formatPartialDate(null)).toBe('—');
  });

  it('are written yyyy-MM-dd, by the institutions’ clock, wherever they are read', () => {
    expect(formatDay('2024-02-09T15:59:00Z')).toBe('2024-02-09');
    expect(formatDay('2024-02-09T16:00:00Z')).toBe('2024-02-10');
    expect(formatInstant('2024-02-09T16:05:00Z')).toBe('2024-02-10 00:05');
    expect(formatInstant(null)).toBe('—');
  });

  it('cover a day, a month or a year', () => {
    const day = 86_400_000;
    expect(spanOfPartialDate('2020-02-29')).toEqual({
      start: Date.UTC(2020, 1, 29),
      end: Date.UTC(2020, 2, 1),
    });
    const february = spanOfPartialDate('2020-02');
    expect(february && (february.end - february.start) / day).toBe(29);
    const year = spanOfPartialDate('2019');
    expect(year && (year.end - year.start) / day).toBe(365);
    expect(spanOfPartialDate('spring 2019')).toBeNull();
    expect(spanOfPartialDate(undefined)).toBeNull();
  });

  it('nest: a day lies in its month, a month in its year', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString();
          const [d, m, y] = [10, 7, 4].map((n) => spanOfPartialDate(iso.slice(0, n)));
          if (!d || !m || !y) throw new Error('not read');
          expect(m.start <= d.start && d.end <= m.end).toBe(true);
          expect(y.start <= m.start && m.end <= y.end).toBe(true);
        },
      ),
    );
  });
});
