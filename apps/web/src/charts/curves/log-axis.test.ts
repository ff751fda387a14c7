import { describe, expect, it } from 'vitest';
import { logAxis } from './log-axis.ts';

describe('an axis of logarithms', () => {
  it('has ticks at 1, 2 and 5 between the least and the most', () => {
    expect(logAxis([3, 60]).ticks).toEqual([5, 10, 20, 50]);
  });
  it('has powers of ten alone where there are many', () => {
    expect(logAxis([0.1, 900]).ticks).toEqual([0.1, 1, 10, 100, 1000]);
  });
  it('holds every value above 0, and something where there is none', () => {
    const { start, end } = logAxis([0, 7]);
    expect(start).toBeLessThan(7);
    expect(end).toBeGreaterThan(7);
    expect(logAxis([]).ticks.length).toBeGreaterThan(0);
  });
});
