import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classes, classOf, rangesOf, scaleOf } from './scale.ts';

describe('classes of a map', () => {
  it('are fifths with bounds that can be read', () => {
    const scale = scaleOf([101, 118, 133, 152, 171, 188, 204, 223, 251, 302]);
    expect(scale?.bounds).toEqual([130, 160, 190, 230]);
    expect(scale && rangesOf(scale)[0]).toEqual({ from: 101, to: 130 });
    expect(scale && rangesOf(scale).at(-1)).toEqual({ from: 230, to: 302 });
    expect(scale && [101, 129, 130, 302].map((v) => classOf(scale, v))).toEqual([0, 0, 1, 4]);
  });

  it('are fewer where values are few or alike, from the palest colour to the darkest', () => {
    expect(scaleOf([])).toBeNull();
    const alike = scaleOf([7, 7, 7]);
    expect(alike?.bounds).toEqual([]);
    expect(alike && classOf(alike, 7)).toBe(2);
    const two = scaleOf([10, 10, 10, 10, 500]);
    expect(two && [10, 500].map((v) => classOf(two, v))).toEqual([0, 4]);
  });

  it('hold every value, in order, whatever the values', () => {
    const value = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 34 }), (values) => {
        const scale = scaleOf(values);
        if (!scale) throw new Error('no scale of values');
        const { bounds } = scale;
        expect(bounds).toEqual([...new Set(bounds)].sort((a, b) => a - b));
        expect(bounds.length).toBeLessThan(classes);
        const sorted = values.toSorted((a, b) => a - b).map((v) => classOf(scale, v));
        expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
        expect(sorted.every((c) => c >= 0 && c < classes)).toBe(true);
        for (const range of rangesOf(scale)) expect(range.from).toBeLessThanOrEqual(range.to);
      }),
    );
  });
});
