import { expect, test } from 'vitest';
import type { Line } from '../documents/line.ts';
import { pooledFigures } from './pooled.ts';

const line = (
  key: string,
  scale: Line['scale'],
  value: number | null,
  lower: number | null,
  upper: number | null,
): Line => ({
  ...{ key, block: 0, figure: 'COX', what: { en: key, zh: key }, cohort: null, scale },
  ...{ value, lower, upper },
});

test('ratios of two places are pooled on the logarithm, each by its inverse variance', () => {
  const [pooled] = pooledFigures([
    { partnerId: null, lines: [line('hr', 'RATIO', 0.8, 0.8 / 1.2, 0.8 * 1.2)] },
    { partnerId: 'b', lines: [line('hr', 'RATIO', 0.6, 0.6 / 1.3, 0.6 * 1.3)] },
  ]);
  const [a, b] = [Math.log(1.2), Math.log(1.3)].map((half) => (1.959964 / half) ** 2) as [
    number,
    number,
  ];
  const mean = (a * Math.log(0.8) + b * Math.log(0.6)) / (a + b);
  expect(pooled?.fixed.value).toBeCloseTo(Math.exp(mean), 6);
  expect(pooled?.fixed.lower).toBeCloseTo(Math.exp(mean - 1.959964 / Math.sqrt(a + b)), 6);
  expect(pooled?.places.map(({ weight }) => weight)).toEqual([
    expect.closeTo(a / (a + b), 6),
    expect.closeTo(b / (a + b), 6),
  ]);
  const q = a * (Math.log(0.8) - mean) ** 2 + b * (Math.log(0.6) - mean) ** 2;
  expect(pooled?.iSquared).toBeCloseTo(Math.max(0, (q - 1) / q), 6);
  // Effects that differ are nearer to the plain mean, and less certain.
  expect((pooled?.random.upper ?? 0) - (pooled?.random.lower ?? 0)).toBeGreaterThan(
    (pooled?.fixed.upper ?? 0) - (pooled?.fixed.lower ?? 0),
  );
});

test('a share stays between 0 and 1, and a mean of months is pooled as it is', () => {
  const places = (key: string, scale: Line['scale'], ...of: [number, number, number][]) =>
    of.map((each, i) => ({
      partnerId: i === 0 ? null : String(i),
      lines: [line(key, scale, ...each)],
    }));
  const [share] = pooledFigures(places('s', 'SHARE', [0.98, 0.9, 0.995], [0.99, 0.95, 0.999]));
  expect(share?.fixed.upper).toBeLessThan(1);
  const [months] = pooledFigures(places('m', 'MONTHS', [40, 38, 42], [44, 42, 46]));
  expect(months?.fixed.value).toBeCloseTo(42, 9);
});

test('what one place alone tells, counts, p-values, hidden figures and limits that hold no estimate are not pooled', () => {
  const one = [
    line('hr', 'RATIO', 0.8, 0.7, 0.9),
    line('n', 'COUNT', 40, null, null),
    line('p', 'P', 0.2, null, null),
  ];
  expect(
    pooledFigures([
      { partnerId: null, lines: one },
      { partnerId: 'b', lines: [] },
    ]),
  ).toEqual([]);
  expect(
    pooledFigures([
      { partnerId: null, lines: one },
      { partnerId: 'b', lines: [line('hr', 'RATIO', null, null, null), ...one.slice(1)] },
    ]),
  ).toEqual([]);
  expect(
    pooledFigures([
      { partnerId: null, lines: one },
      { partnerId: 'b', lines: [line('hr', 'RATIO', 0.5, 0.6, 0.9)] },
      { partnerId: 'c', lines: [line('hr', 'RATIO', 0.5, -1, 0.9)] },
      { partnerId: 'd', lines: [line('hr', 'MONTHS', 0.5, 0.4, 0.9)] },
    ]),
  ).toEqual([]);
});

test('a figure is called as this place calls it, whatever a partner does, and a median is not pooled', () => {
  const own = line('hr', 'RATIO', 0.8, 0.7, 0.9);
  const theirs = { ...own, what: { en: 'Something else', zh: '其他' } };
  const medians = [line('median', 'MEDIAN', 20, 15, 40)];
  const pooled = pooledFigures([
    { partnerId: null, lines: [own, ...medians] },
    { partnerId: 'b', lines: [theirs, ...medians] },
  ]);
  expect(pooled.map(({ line: { what } }) => what)).toEqual([own.what]);
});
