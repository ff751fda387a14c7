import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digitsOf, parseKeepingDigits } from './sent-digits.ts';

const retained = (number: string): string | null =>
  digitsOf((parseKeepingDigits(`{"a": [{"value": ${number}}]}`) as { a: [object] }).a[0]);

test('digits that a number does not say are kept, and only those', () => {
  expect(['1.10', '5.0', '1e3', '1.20e1', '-0.50', '1.2000000000000001'].map(retained)).toEqual([
    ...['1.10', '5.0', '1e3', '1.20e1', '-0.50', '1.2000000000000001'],
  ]);
  expect(['1.05', '13.2', '100', '0.001', '13.520000000000001'].map(retained)).toEqual(
    Array(5).fill(null),
  );
});

test('any decimal is kept where it is written otherwise than its number', () => {
  const digits = (most: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: most });
  fc.assert(
    fc.property(fc.nat(9_999), digits(20), (whole, fraction) => {
      const text = `${whole}.${fraction}`;
      expect(retained(text)).toBe(String(Number(text)) === text ? null : text);
    }),
  );
});
