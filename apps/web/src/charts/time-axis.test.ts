import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, moved, timeTicks, zoomed } from './time-axis.ts';

const utc = (text: string) => Date.parse(text);

describe('ticks of a time axis', () => {
  it('are whole years over a long course', () => {
    const ticks = timeTicks({ start: utc('2015-05-03'), end: utc('2021-02-01') }, 700);
    expect(ticks.map((t) => t.label)).toEqual(['2016', '2017', '2018', '2019', '2020', '2021']);
  });
  it('are months within a year, and days within weeks', () => {
    const months = timeTicks({ start: utc('2020-01-15'), end: utc('2020-06-10') }, 500);
    expect(months.map((t) => t.label)).toEqual([
      '2020-02',
      '2020-03',
      '2020-04',
      '2020-05',
      '2020-06',
    ]);
    const days = timeTicks({ start: utc('2020-02-27'), end: utc('2020-03-02') }, 500);
    expect(days.map((t) => t.label)).toContain('2020-02-29');
  });
  it('keep their distance, whatever the span and width', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 7, max: 40_000 }),
        fc.integer({ min: 200, max: 2000 }),
        (from, days, width) => {
          const domain = { start: from * day, end: (from + days) * day };
          const ticks = timeTicks(domain, width);
          const x = (at: number) => ((at - domain.start) / (domain.end - domain.start)) * width;
          for (let i = 1; i < ticks.length; i++) {
            // The shortest month is 28 days, of 30.44 on average.
            expect(x(ticks[i]?.at ?? 0) - x(ticks[i - 1]?.at ?? 0)).toBeGreaterThan(84 * 0.91);
          }
        },
      ),
    );
  });
});

describe('zooming', () => {
  it('keeps what is pointed at where it is', () => {
    const before = { start: 0, end: 1000 * day };
    const about = 250 * day;
    const after = zoomed(before, 0.5, about);
    expect((about - after.start) / (after.end - after.start)).toBeCloseTo(0.25, 12);
    expect(after.end - after.start).toBeCloseTo(500 * day, 3);
  });
  it('stops at a week', () => {
    const week = zoomed({ start: 0, end: 8 * day }, 0.01, 4 * day);
    expect(week.end - week.start).toBeCloseTo(7 * day, 3);
  });
  it('moves without changing length', () => {
    expect(moved({ start: 100, end: 200 }, 0.25)).toEqual({ start: 125, end: 225 });
  });
});
