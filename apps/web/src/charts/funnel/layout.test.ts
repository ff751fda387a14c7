import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsWidth } from '../plot/scale.ts';
import { casesAxis, namesBeside, shareAxis } from './layout.ts';

/** Per cent, as the graph gives them. */
const hundredths = fc.array(
  fc.integer({ min: 0, max: 10_000 }).map((n) => n / 100),
  { minLength: 1 },
);

describe('axes of a funnel', () => {
  it('holds every share, and never leaves per cent', () => {
    fc.assert(
      fc.property(hundredths, (shares) => {
        const { start, end, ticks } = shareAxis(shares);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(100);
        expect(start).toBeLessThanOrEqual(Math.min(...shares));
        expect(end).toBeGreaterThanOrEqual(Math.max(...shares));
        expect(ticks.length).toBeGreaterThan(0);
      }),
    );
  });

  it('does not begin at nought where all are high', () => {
    expect(shareAxis([88, 97])).toEqual({ start: 88, end: 98, ticks: [88, 90, 92, 94, 96, 98] });
  });

  it('counts whole cases from none, with fewer words where there is little room', () => {
    expect(casesAxis(1, 600).ticks).toEqual([0, 1]);
    expect(casesAxis(580, 250).ticks.length).toBeLessThan(casesAxis(580, 900).ticks.length);
  });
});

describe('names beside points', () => {
  it('to the right; to the left at the edge; none where both would cover another', () => {
    const [first, atEdge, covered] = namesBeside(
      [
        { name: 'Jiangsu', x: 40, y: 50 },
        { name: 'Hebei', x: 290, y: 90 },
        { name: 'Zhejiang Province', x: 60, y: 52 },
      ],
      300,
    );
    expect(first).toEqual({ x: 48, y: 50, anchor: 'start' });
    expect(atEdge).toEqual({ x: 282, y: 90, anchor: 'end' });
    expect(covered).toBeNull();
  });

  it('never cover each other', () => {
    const point = fc.record({
      name: fc.string({ minLength: 1, maxLength: 12 }),
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 200 }),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 12 }), (points) => {
        const boxes = namesBeside(points, 400).flatMap((name, i) => {
          if (name === null) return [];
          const long = wordsWidth(points[i]?.name ?? '');
          const from = name.anchor === 'start' ? name.x : name.x - long;
          return [{ from, to: from + long, y: name.y }];
        });
        for (const [i, a] of boxes.entries())
          for (const b of boxes.slice(i + 1))
            expect(a.to < b.from || b.to < a.from || Math.abs(a.y - b.y) >= 13).toBe(true);
      }),
    );
  });
});
