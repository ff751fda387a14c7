import fc from 'fast-check';
import type { Bounds } from '../criterion/range-form.ts';

export const some = <T>(from: readonly T[]): fc.Arbitrary<T[]> =>
  fc.subarray([...from], { minLength: 1 });

export const bounds = (least: number, most: number): fc.Arbitrary<Bounds> =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: least, max: most }), fc.nat(2))
    .map(([a, b, open]) => ({
      ...(open === 1 ? {} : { from: Math.min(a, b) }),
      ...(open === 2 ? {} : { to: Math.max(a, b) }),
    }));

export const isWithin = (value: unknown, { from, to }: Bounds): boolean =>
  typeof value === 'number' && value >= (from ?? -Infinity) && value <= (to ?? Infinity);

export const isOf = (value: unknown, codes: readonly string[]): boolean =>
  codes.includes(value as string);
