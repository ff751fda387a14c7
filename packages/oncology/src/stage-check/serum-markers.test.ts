import { describe, expect, test } from 'vitest';
import { type SerumMarker, serumCategory } from './serum-markers.ts';

const of = (
  marker: SerumMarker['marker'],
  value: number,
  day = '2024-03-20',
  more: Partial<SerumMarker> = {},
): SerumMarker => ({ marker, value, below: false, upper: null, day, ...more });

const LDH = 'lactate-dehydrogenase';
const category = (markers: readonly SerumMarker[], treated: string | null = null) =>
  serumCategory(markers, '2024-03-01', treated)?.value ?? null;

describe('S by its highest marker', () => {
  test.each([
    ['all within limits', 5, 1, 200, 'S0'],
    ['at the limits', 20, 5, 250, 'S0'],
    ['AFP just above', 21, 1, 200, 'S1'],
    ['below the first limits', 999, 4_999, 374, 'S1'],
    ['AFP 1,000', 1_000, 1, 200, 'S2'],
    ['hCG 5,000', 5, 5_000, 200, 'S2'],
    ['LDH 1.5 times', 5, 1, 375, 'S2'],
    ['highest of S2', 10_000, 50_000, 2_500, 'S2'],
    ['AFP above 10,000', 10_001, 1, 200, 'S3'],
    ['hCG above 50,000', 5, 50_001, 200, 'S3'],
    ['LDH above ten times', 5, 1, 2_501, 'S3'],
  ])('%s', (_, afp, hcg, ldh, expected) => {
    expect(category([of('afp', afp), of('hcg', hcg), of(LDH, ldh)])).toBe(expected);
  });
});

test('the laboratory’s own limit counts before the usual one', () => {
  const ldh = of(LDH, 240, '2024-03-20', { upper: 220 });
  expect(category([of('afp', 5), of('hcg', 1), ldh])).toBe('S1');
});

test('what is missing leaves S open, but for S3', () => {
  expect(category([of('afp', 5), of('hcg', 1)])).toBeNull();
  expect(category([of('afp', 12_000)])).toBe('S3');
  expect(category([])).toBeNull();
});

test('below a limit is normal where that limit is', () => {
  const markers = (hcg: number) => [
    of('afp', 5),
    of('hcg', hcg, '2024-03-20', { below: true }),
    of(LDH, 200),
  ];
  expect(category(markers(2))).toBe('S0');
  expect(category(markers(10))).toBeNull();
});

test('after the operation, the last before other treatment, none long after', () => {
  const rest = [of('hcg', 1), of(LDH, 200)];
  const before = of('afp', 5_000, '2024-02-28');
  expect(category([before, ...rest])).toBeNull();
  const falling = [of('afp', 1_200, '2024-03-08'), of('afp', 300, '2024-03-25')];
  expect(category([before, ...falling, ...rest])).toBe('S1');
  expect(category([...falling, ...rest], '2024-03-21')).toBe('S2');
  expect(category([of('afp', 5, '2024-08-01'), ...rest])).toBeNull();
});

test('says which values of which day it rests on', () => {
  expect(serumCategory([of('afp', 12_000)], '2024-03-01', null)?.source).toEqual({
    en: 'S3 from serum markers after orchiectomy: AFP 12000 ng/mL (≤20), 2024-03-20.',
    zh: 'S3，由睾丸切除术后血清标志物得出：AFP 12000 ng/mL (≤20)，2024-03-20。',
  });
});
