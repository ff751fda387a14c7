import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { downsample, type Point } from './downsample.ts';

describe('downsampling', () => {
  it('keeps the peak that tells of a recurrence', () => {
    const points = Array.from(
      { length: 500 },
      (_, i): Point => [i, i === 317 ? 90 : 3 + (i % 2) * 0.1],
    );
    expect(downsample(points, 40)).toContainEqual([317, 90]);
  });

  it('leaves a short series as it is', () => {
    const points: Point[] = [
      [0, 1],
      [1, 2],
      [2, 0],
    ];
    expect(downsample(points, 60)).toEqual(points);
  });

  it('gives just as many as asked, first and last among them, all of them given, in order', () => {
    const series = fc
      .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 4, maxLength: 400 })
      .map((ys) => ys.map((y, i): Point => [i, y]));
    fc.assert(
      fc.property(series, fc.integer({ min: 3, max: 100 }), (points, threshold) => {
        const retained = downsample(points, threshold);
        expect(retained).toHaveLength(Math.min(points.length, threshold));
        expect(retained[0]).toBe(points[0]);
        expect(retained.at(-1)).toBe(points.at(-1));
        for (let i = 1; i < retained.length; i++) {
          expect(points).toContain(retained[i]);
          expect(retained[i]?.[0]).toBeGreaterThan(retained[i - 1]?.[0] ?? 0);
        }
      }),
    );
  });
});
