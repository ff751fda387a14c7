import { expect, test } from 'vitest';
import type { Figure, Words } from '../asked.ts';
import { drawingOf } from './panels.ts';
import { chartOf } from './svg.ts';

const words = (en: string, zh = en): Words => ({ en, zh });
const axis = (dimension: string, codes: readonly string[]) => ({
  dimension,
  label: words(dimension),
  codes,
  labels: codes.map((code) => words(code, `${code}中`)),
});
const figure = (axes: Figure['axes'], values: readonly (number | null)[], width = 1): Figure => ({
  ...{ axes, values, notes: [], numerators: values, denominators: values },
  lower: values.map((value) => value && value - width),
  upper: values.map((value) => value && value + width),
  states: values.map((value) => (value === null ? 'SUPPRESSED' : 'SHOWN')),
  about: {
    ...{ name: words('N'), title: words('T <1>', '题'), population: words('P') },
    ...{
      unit: words('per 100,000', '每10万'),
      standard: null,
      interval: null,
      numerator: words('n'),
    },
    ...{ denominator: null, citation: words('c'), protection: words('p') },
    ...{ sentence: words('s'), limits: words('l') },
  },
});
const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

test('what runs is drawn as lines with bands, and not over a place that is not shown', () => {
  const years = axis('YEAR', ['2019', '2020', '2021', '2022', '2023']);
  const drawn = chartOf(figure([years], [10, 20, null, 40, 50]), 'zh');
  expect(count(drawn, /<polyline/g)).toBe(2);
  expect(count(drawn, /<polygon/g)).toBe(2);
  expect(count(drawn, /<circle/g)).toBe(4);
  expect(drawn).toContain('2019中');
  expect(drawn).toContain('aria-label="题. 图中全部数字见下表。"');
});

test('the ends at which nothing is shown are not drawn, nor the not known where there are none', () => {
  const years = axis('YEAR', ['2018', '2019', '2020', '2021', 'UNKNOWN']);
  const drawing = drawingOf(figure([years], [null, 10, null, 30, null]));
  expect(drawing?.along.map(({ en }) => en)).toEqual(['2019', '2020', '2021']);
  expect(drawing?.panels[0]?.series[0]?.marks.map(({ value }) => value)).toEqual([10, null, 30]);
  const bars = drawingOf(figure([axis('STAGE', ['I', 'UNKNOWN'])], [10, 5]));
  expect(bars?.along).toHaveLength(2);
  const lines = drawingOf(figure([axis('AGE', ['0', '5', 'UNKNOWN'])], [10, 5, 5]));
  expect(lines?.along).toHaveLength(2);
});

test('what does not run is drawn as bars: those that are not shown have no bar', () => {
  const sites = axis('SITE', ['lung', 'breast', 'liver']);
  const drawn = chartOf(figure([sites], [30, null, 10]), 'en');
  expect(count(drawn, /<rect/g)).toBe(2);
  expect(drawn).not.toContain('breast');
  expect(drawn).toContain('T &#60;1&#62;');
  // The longer bar is three times the shorter.
  const [long, short] = [...drawn.matchAll(/width="([\d.]+)" height="11"/g)].map(([, w]) =>
    Number(w),
  );
  expect((long as number) / (short as number)).toBeCloseTo(3, 1);
});

test('a second axis of few is told by colour and a third by panels on one scale', () => {
  const axes = [axis('YEAR', ['1', '2']), axis('SEX', ['F', 'M']), axis('TIER', ['a', 'b', 'c'])];
  const values = Array.from({ length: 12 }, (_, i) => i + 1);
  const drawing = drawingOf(figure(axes, values));
  expect(drawing?.panels.map(({ name }) => name?.en)).toEqual(['a', 'b', 'c']);
  // Men of tier b, in the first year and the second.
  expect(drawing?.panels[1]?.series[1]?.marks.map(({ value }) => value)).toEqual([5, 11]);
  const drawn = chartOf(figure(axes, values), 'en');
  expect(count(drawn, /role="img"/g)).toBe(3);
  expect(count(drawn, /stroke-dasharray/g)).toBe(2 + 6);
});

test('many members of a second axis are panels; panels without a figure are left out', () => {
  const axes = [axis('AGE', ['1', '2']), axis('SITE', ['a', 'b', 'c', 'd', 'e', 'f', 'g'])];
  const values = Array.from({ length: 14 }, (_, i) => (i % 7 === 2 ? null : i));
  expect(drawingOf(figure(axes, values))?.panels.map(({ name }) => name?.en)).toEqual([
    ...['a', 'b', 'd', 'e', 'f', 'g'],
  ]);
});

test('a single figure, nothing shown, or more panels than can be looked at have no chart', () => {
  expect(chartOf(figure([], [5]), 'en')).toBe('');
  expect(chartOf(figure([axis('SEX', ['F', 'M'])], [null, null]), 'en')).toBe('');
  const many = axis(
    'SITE',
    Array.from({ length: 30 }, (_, i) => `s${i}`),
  );
  expect(chartOf(figure([axis('YEAR', ['1', '2']), many], Array(60).fill(1)), 'en')).toBe('');
});

test('values below nought go to the other side of it', () => {
  const drawn = chartOf(figure([axis('SEX', ['F', 'M'])], [-10, 10]), 'en');
  const bars = [...drawn.matchAll(/<rect x="([\d.]+)" y="\d+" width="([\d.]+)"/g)].map((m) => [
    ...[Number(m[1]), Number(m[2])],
  ]);
  const [[x = 0, width = 0] = [], [from = 0] = []] = bars;
  expect(x + width).toBeCloseTo(from, 0);
});
