import { describe, expect, it } from 'vitest';
import { sortAscending } from './order.ts';
import { joinTies } from './ties.ts';

describe('times that ought to be equal', () => {
  it('are joined across entries and ends: one person leaves as another arrives', () => {
    const time = sortAscending(Float64Array.of(0.3, 2, 0.1 + 0.2));
    const entry = sortAscending(Float64Array.of(0, 0.1 + 0.2, 0.1));
    const joined = joinTies(time, entry);
    expect([...joined.time.values]).toEqual([0.3, 0.3, 2]);
    expect([...(joined.entry?.values ?? [])]).toEqual([0, 0.1, 0.3]);
    expect([...time.values]).toContain(0.1 + 0.2); // the caller's numbers are left alone
  });

  it('are left as they are when they differ by more than rounding', () => {
    const time = sortAscending(Float64Array.of(1, 1.000001, 2));
    expect(joinTies(time, undefined).time).toBe(time);
  });
});
