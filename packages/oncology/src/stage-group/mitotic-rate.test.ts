import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mitoticRate } from './mitotic-rate.ts';

test.each([
  ['5', 'low'],
  ['6', 'high'],
  ['5.4', 'high'],
  ['≤5/50HPF', 'low'],
  ['<5/50 HPF', 'low'],
  ['>5/50HPF', 'high'],
  ['＞10/50HPF', 'high'],
  ['<10/50HPF', 'X'],
  ['≥5/50HPF', 'X'],
  ['≥6/50HPF', 'high'],
  ['>3/5 mm²', 'X'],
  ['3个/50高倍视野', 'low'],
  ['6~10个/50HPF', 'high'],
  ['3-8/5mm2', 'X'],
  ['1/mm²', 'low'],
  ['2 /mm2', 'high'],
  ['7 /(5.mm2)', 'high'],
])('%s is %s', (text, rate) => {
  expect(mitoticRate(text)).toBe(rate);
});

test.each(['', '3/10HPF', '偶见', '8-3/50HPF', '<3-5/50HPF', 'Score 1'])('%j says none', (text) => {
  expect(mitoticRate(text)).toBeNull();
});

test('more mitoses are never a lower rate', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), (one, other) => {
      const [few, many] = one < other ? [one, other] : [other, one];
      expect([mitoticRate(String(few)), mitoticRate(String(many))]).not.toEqual(['high', 'low']);
    }),
  );
});
