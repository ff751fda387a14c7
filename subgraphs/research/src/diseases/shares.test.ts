import { defaultRule, type Printed, printed, SUMS } from '@nodp/disclosure';
import { expect, test } from 'vitest';
import { medianOf, shareOf } from './shares.ts';

// No noise, so that what is shown can be told beforehand.
const rule = { ...defaultRule, variance: 0, deviation: 0, never: [] };
const set = (count: number): Printed => printed(count, new Int32Array(SUMS).fill(count));
const of = (known: number, notKnown: number, notApplicable = 0) =>
  shareOf([set(known), set(notKnown), set(notApplicable)], rule);

test('a share of those to whom the element applies', () => {
  expect(of(60, 40, 100)).toEqual({ share: 0.6, limit: null });
});

test('a side that is too small to be shown is a limit, whether anybody is in it or not', () => {
  expect(of(100, 0)).toEqual({ share: 0.9, limit: 'AT_LEAST' });
  expect(of(95, 5)).toEqual(of(100, 0));
  expect(of(4, 96)).toEqual({ share: 0.1, limit: 'AT_MOST' });
});

test('nothing is told of few, nor where those whom it does not concern are few', () => {
  expect(of(5, 4)).toEqual({ share: null, limit: null });
  expect(of(60, 40, 3)).toEqual({ share: null, limit: null });
});

test('the middle of what is told', () => {
  const share = (value: number | null) => ({ share: value, limit: null });
  expect(medianOf([share(0.2), share(null), share(0.9), share(0.5)])).toBe(0.5);
  expect(medianOf([share(0.2), share(0.4)])).toBeCloseTo(0.3);
  expect(medianOf([share(null)])).toBeNull();
});
