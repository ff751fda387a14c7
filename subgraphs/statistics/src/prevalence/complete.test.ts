import { expect, test } from 'vitest';
import { completeOverLimited, levelBeyond, ratesOf } from './complete.ts';

const everywhere = new Float64Array(18).fill(3);
const rateAt = (groups: Readonly<Record<number, number>>) =>
  Float64Array.from({ length: 18 }, (_, i) => groups[i] ?? 0);
const aliveAt = (groups: Readonly<Record<number, number>>) =>
  Object.entries(groups).map(([group, persons]) => ({ from: +group, to: +group + 1, persons }));
const lived = new Float64Array(18).fill(1000);

test('where nobody dies of it and every age falls ill alike, a registry of L years has seen L of a + 1 years', () => {
  // Aged 62, diagnosed at 0 to 62: ten years of 63.
  expect(completeOverLimited(aliveAt({ 12: 50 }), everywhere, lived, () => 1, 10)).toBeCloseTo(
    6.3,
    12,
  );
  // Aged 42 and 62, as many of each: the mean of 4.3 and 6.3.
  expect(completeOverLimited(aliveAt({ 8: 5, 12: 5 }), everywhere, lived, () => 1, 10)).toBeCloseTo(
    5.3,
    12,
  );
});

test('those who die soon leave nothing before the registry began', () => {
  const dead = (_: number, years: number) => (years < 5 ? 1 : 0);
  expect(completeOverLimited(aliveAt({ 12: 50 }), everywhere, lived, dead, 10)).toBeCloseTo(1, 12);
  // Half live on for ever: five years wholly (half a year to 4), five at a half, and 53 at a half before.
  const half = (_: number, years: number) => (years < 5 ? 1 : 0.5);
  expect(completeOverLimited(aliveAt({ 12: 1 }), everywhere, lived, half, 10)).toBeCloseTo(
    (5 + 58 / 2) / (5 + 5 / 2),
    12,
  );
});

test('nobody alive, or of ages that nobody falls ill at alone: there is no figure; beside others they are as they are', () => {
  expect(completeOverLimited([], everywhere, lived, () => 1, 10)).toBeNull();
  expect(completeOverLimited(aliveAt({ 0: 1 }), rateAt({ 12: 1 }), lived, () => 1, 10)).toBeNull();
  // Ill from 60 on, three years of which are before 63: all within ten.
  expect(completeOverLimited(aliveAt({ 0: 1, 12: 1 }), rateAt({ 12: 1 }), lived, () => 1, 10)).toBe(
    1,
  );
});

test('a band has the index of its ages, each by the people who live at it', () => {
  // Of 40 to 64 where nobody lives but at 60 to 64: 63 years of which ten are seen.
  const old = rateAt({ 12: 1000 });
  const band = [{ from: 8, to: 13, persons: 12 }];
  expect(completeOverLimited(band, everywhere, old, () => 1, 10)).toBeCloseTo(6.3, 12);
  // As many of 42 and of 62: 106 years of which twenty are seen.
  const both = rateAt({ 8: 1000, 12: 1000 });
  expect(completeOverLimited(band, everywhere, both, () => 1, 10)).toBeCloseTo(5.3, 12);
});

test('the rate of a band is one for all its ages', () => {
  const rates = ratesOf(
    [
      { from: 0, to: 16, persons: 32 },
      { from: 16, to: 18, persons: 40 },
    ],
    lived,
  );
  expect([rates[0], rates[15], rates[16], rates[17]]).toEqual([0.002, 0.002, 0.02, 0.02]);
  expect(ratesOf([{ from: 0, to: 18, persons: 10 }], new Float64Array(18))).toEqual(
    new Float64Array(18),
  );
});

test('a curve is straight between years, level beyond its end, and no more than 1', () => {
  const curve = levelBeyond([0.8, 0.6, 1.1]);
  expect([0, 0.5, 1, 1.5, 2, 3, 40].map(curve)).toEqual(
    [1, 0.9, 0.8, 0.7, 0.6, 1, 1].map((v) => expect.closeTo(v, 12)),
  );
});
