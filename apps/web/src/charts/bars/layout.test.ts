import { describe, expect, it } from 'vitest';
import { type BarGroup, barLayout } from './layout.ts';

const bar = { value: 3, lower: 2, upper: 4, words: '3.0' };
const groups = (name: string, bars = 1): BarGroup[] => [
  { name, bars: Array.from({ length: bars }, () => bar) },
  { name: 'Lung', bars: Array.from({ length: bars }, () => bar) },
];

describe('lying bars', () => {
  it('have their names at the left where there is room, above them on a telephone', () => {
    expect(barLayout(groups('Breast'), 800).names).toBeGreaterThan(40);
    const small = barLayout(groups('Breast'), 320);
    expect(small.names).toBe(0);
    expect(small.groups[0]?.bars[0]).toBeGreaterThan(small.groups[0]?.top ?? 0);
  });

  it('never lie on each other, however long a name and however many series', () => {
    const long =
      'Liver and intrahepatic bile ducts, and other words that do not fit one line at all';
    const { groups: placed, thickness } = barLayout(groups(long, 3), 500);
    const [first, second] = placed;
    expect(first?.lines.length).toBeGreaterThan(1);
    expect((first?.bars.at(-1) ?? 0) + thickness).toBeLessThanOrEqual(second?.top ?? 0);
    expect((first?.top ?? 0) + (first?.lines.length ?? 0) * 14).toBeLessThanOrEqual(
      second?.top ?? 0,
    );
  });
});
