import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandPath, type CurvePoint, monthTicks, pointAt, stepPath } from './steps.ts';

const same = (n: number) => n;
const point = (months: number, survival: number, half = 0.1): CurvePoint => ({
  months,
  survival,
  lower: Number((survival - half).toFixed(3)),
  upper: Number((survival + half).toFixed(3)),
});
const curve = [point(0, 1, 0), point(1, 0.8), point(2, 0.5)];

describe('a survival curve', () => {
  it('is level until the next point, then falls', () => {
    expect(stepPath(curve, same, same)).toBe('M0,1H1V0.8H2V0.5');
    expect(stepPath([], same, same)).toBe('');
  });

  it('has a band that goes forward along the upper limits and back along the lower', () => {
    expect(bandPath(curve, same, same)).toBe('M0,1H1V0.9H2V0.6V0.4V0.7H1V1H0Z');
  });

  it('has a band only as far as its limits are known', () => {
    const unknown = { months: 3, survival: 0.4, lower: null, upper: null };
    expect(bandPath([...curve, unknown], same, same)).toBe(bandPath(curve, same, same));
    expect(bandPath([unknown], same, same)).toBe('');
  });

  it('has the value of the last point passed, and none beyond its end', () => {
    expect(pointAt(curve, 1.9)?.survival).toBe(0.8);
    expect(pointAt(curve, 2)?.survival).toBe(0.5);
    expect(pointAt(curve, 2.1)).toBeNull();
    expect(pointAt([], 0)).toBeNull();
  });
});

it('ticks are whole years, as many as there is room for', () => {
  expect(monthTicks(60, 600, 44)).toEqual([0, 12, 24, 36, 48, 60]);
  expect(monthTicks(120, 280, 44)).toEqual([0, 24, 48, 72, 96, 120]);
  fc.assert(
    fc.property(
      fc.constantFrom(36, 60, 120),
      fc.integer({ min: 50, max: 2000 }),
      (months, width) => {
        const ticks = monthTicks(months, width, 44);
        expect(ticks[0]).toBe(0);
        expect(ticks.every((t) => t % 12 === 0 && t <= months)).toBe(true);
        const gap = ((ticks[1] ?? months) / months) * width;
        expect(gap >= 44 || ticks.length <= 2).toBe(true);
      },
    ),
  );
});
