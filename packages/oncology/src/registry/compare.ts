import { jsonOfCell } from './fields.ts';
import type { Json } from './rule.ts';

export interface Difference {
  /** `score`, `expected[1].target`; empty for the whole answer. */
  readonly at: string;
  readonly expected: unknown;
  readonly got: unknown;
}

const NUMBER = /^[+-]?\d+(?:\.(\d+))?(?:e([+-]?\d+))?$/i;

/** Decimals that were written: 3 of `0.125`, 8 of `2.029e-5`. */
const decimals = (written: string): number => {
  const [, fraction = '', exponent = '0'] = NUMBER.exec(written.trim()) ?? [];
  return fraction.length - Number(exponent);
};

/** Whether a number is the one expected, to the digits that were written. */
const sameNumber = (expected: number | string, got: number): boolean => {
  const tolerance = 0.5 * 10 ** -decimals(String(expected)) + 1e-9;
  return Math.abs(Number(expected) - got) <= tolerance;
};

const sameScalar = (expected: unknown, got: unknown): boolean => {
  if (expected === got) return true;
  if (
    typeof got === 'number' &&
    (typeof expected === 'number' || (typeof expected === 'string' && NUMBER.test(expected.trim())))
  )
    return sameNumber(expected, got);
  if (typeof expected === 'string' && got !== null && typeof got !== 'object')
    return expected.trim().toLowerCase() === String(got).toLowerCase();
  return (expected === 'none' || expected === '') && got === null;
};

/** What a cell expects of a list or an object: JSON, or words with semicolons between; `none` of a list is the empty one. */
const ofCell = (expected: unknown, got: Json | undefined): unknown => {
  if (typeof expected !== 'string' || got === null || typeof got !== 'object') return expected;
  const held = jsonOfCell(expected);
  if (held !== expected || !Array.isArray(got)) return held;
  if (expected.trim() === 'none') return [];
  return expected
    .split(/[;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
};

/** Where what is expected is not what was given; of objects the parts expected alone are compared. */
export const differences = (written: unknown, got: Json | undefined, at = ''): Difference[] => {
  const expected = ofCell(written, got);
  if (expected === null || typeof expected !== 'object')
    return sameScalar(expected, got ?? null) ? [] : [{ at, expected, got: got ?? null }];
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length)
      return [{ at, expected, got: got ?? null }];
    return expected.flatMap((part, index) => differences(part, got[index], `${at}[${index}]`));
  }
  if (got === null || typeof got !== 'object' || Array.isArray(got))
    return [{ at, expected, got: got ?? null }];
  return Object.entries(expected).flatMap(([key, part]) =>
    differences(
      part,
      (got as { readonly [key: string]: Json })[key],
      at === '' ? key : `${at}.${key}`,
    ),
  );
};
