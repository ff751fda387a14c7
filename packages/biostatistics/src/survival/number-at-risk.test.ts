import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomPeople } from '../testing/random-people.ts';
import { numberAtRisk } from './number-at-risk.ts';

describe('numbers at risk under a plot', () => {
  it('counts by group who entered before and ends at or after each time', () => {
    const input = {
      time: [5, 10, 10, 20],
      event: [1, 0, 1, 0],
      entry: [0, 0, 5, 0],
      group: [0, 0, 1, 1],
    };
    expect(numberAtRisk(input, [0, 5, 10, 15]).map((row) => [...row])).toEqual([
      [2, 2, 1, 0],
      [1, 1, 2, 1],
    ]);
  });

  it('is the count by definition', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 30 }), (seed) => {
        const { time, event, entry } = randomPeople(60, seed);
        const times = [0, 1, 5, 10, 20, 40];
        const [row] = numberAtRisk({ time, event, entry }, times);
        times.forEach((t, j) => {
          let count = 0;
          for (let i = 0; i < time.length; i++) {
            const entered = (entry[i] as number) < t || (entry[i] === 0 && t === 0);
            if (entered && (time[i] as number) >= t) count++;
          }
          expect(row?.[j]).toBe(count);
        });
      }),
    );
  });

  it('refuses times that do not ascend', () => {
    expect(() => numberAtRisk({ time: [1], event: [1] }, [2, 1])).toThrow(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });
});
