import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalIn, difference, isZero, product, sum } from './decimal.ts';

test('decimals as they are written', () => {
  expect(['12.50', '-3', '1e3', '1.25e1', '0.5e-2', '007', ' 4 '].map(decimalIn)).toEqual([
    ...['12.50', '-3', '1000', '12.5', '0.005', '7', '4'],
  ]);
  expect(['', '1,000', '.5', '5.', '1e999', 'NaN', '9'.repeat(41)].map(decimalIn)).toEqual(
    Array(7).fill(null),
  );
});

test('sums that numbers get wrong', () => {
  expect(sum('0.1', '0.2')).toBe('0.3');
  expect(sum()).toBe('0');
  expect(sum('1234567890123456.78', '0.01')).toBe('1234567890123456.79');
  expect(difference('10', '-0.25')).toBe('10.25');
  expect(difference('0.30', '0.1')).toBe('0.20');
  expect(product('1.10', '3')).toBe('3.30');
  expect(['0', '-0.00', '0.01'].map(isZero)).toEqual([true, true, false]);
  expect(() => sum('1', 'one')).toThrow(RangeError);
});

const cents = fc.integer({ min: -1e12, max: 1e12 });
const text = (n: number): string => (n / 100).toFixed(2);

test('of any two amounts in cents: what is added and taken away is there again', () => {
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      expect(difference(sum(text(a), text(b)), text(b))).toBe(decimalIn(text(a)));
      expect(isZero(difference(text(a), text(a)))).toBe(true);
      expect(product(text(a), text(b))).toBe(product(text(b), text(a)));
    }),
  );
});
