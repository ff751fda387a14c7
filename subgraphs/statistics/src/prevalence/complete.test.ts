import { expect, test } from 'vitest';
import { completeOverLimited, levelBeyond } from './complete.ts';

const everywhere = new Float64Array(18).fill(3);
const aliveAt = (groups: Readonly<Record<number, number>>) =>
  Float64Array.from({ length: 18 }, (_, i) => groups[i] ?? 0);

test('where nobody dies of it and every age falls ill alike, a registry of L years has seen L of a + 1 years', () => {
  // Aged 62, diagnosed at 0 to 62: ten years of 63.
  expect(completeOverLimited(aliveAt({ 12: 50 }), everywhere, () => 1, 10)).toBeCloseTo(6.3, 12);
  // Aged 42 and 62, as many of each: the mean of 4.3 and 6.3.
  expect(completeOverLimited(aliveAt({ 8: 5, 12: 5 }), everywhere, () => 1, 10)).toBeCloseTo(
    5.3,
    12,
  );
});

test('those who die soon leave nothing before the registry began', () => {
  const dead = (_: number, years: number) => (years < 5 ? 1 : 0);
  expect(completeOverLimited(aliveAt({ 12: 50 }), everywhere, dead, 10)).toBeCloseTo(1, 12);
  // Half live on for ever: five years wholly (half a year to 4), five at a half, and 53 at a half before.
  const half = (_: number, years: number) => (years < 5 ? 1 : 0.5);
  expect(completeOverLimited(aliveAt({ 12: 1 }), everywhere, half, 10)).toBeCloseTo(
    (5 + 58 / 2) / (5 + 5 / 2),
    12,
  );
});

test('nobody alive, or of ages that nobody falls ill at alone: there is no figure; beside others they are as they are', () => {
  expect(completeOverLimited(new Float64Array(18), everywhere, () => 1, 10)).toBeNull();
  expect(completeOverLimited(aliveAt({ 0: 1 }), aliveAt({ 12: 1 }), () => 1, 10)).toBeNull();
  // Ill from 60 on, three years of which are before 63: all within ten.
  expect(completeOverLimited(aliveAt({ 0: 1, 12: 1 }), aliveAt({ 12: 1 }), () => 1, 10)).toBe(1);
});

test('a curve is straight between years, level beyond its end, and no more than 1', () => {
  const curve = levelBeyond([0.8, 0.6, 1.1]);
  expect([0, 0.5, 1, 1.5, 2, 3, 40].map(curve)).toEqual(
    [1, 0.9, 0.8, 0.7, 0.6, 1, 1].map((v) => expect.closeTo(v, 12)),
  );
});
