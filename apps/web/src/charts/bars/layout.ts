/** Where lying bars with their words are drawn: pure, so that a test can say it. */
import { max } from 'd3-array';
import { linesOf } from '../export/caption.ts';
import { wordsWidth } from '../plot/scale.ts';

/** A bar, or why there is none. */
export type Bar = {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** What stands beside it: the number, or why there is none. */
  readonly words: string;
};

/** Bars that stand together under one name, one for each series. */
export type BarGroup = { readonly name: string; readonly bars: readonly Bar[] };

export type PlacedGroup = {
  readonly top: number;
  readonly height: number;
  /** The name, broken into lines. */
  readonly lines: readonly string[];
  /** Where each of its bars begins, px from the top of the drawing. */
  readonly bars: readonly number[];
};

export type BarLayout = {
  /** Room of the names, px; 0 where they stand above their bars. */
  readonly names: number;
  /** Room of the numbers at the end, px. */
  readonly numbers: number;
  readonly thickness: number;
  readonly height: number;
  readonly groups: readonly PlacedGroup[];
};

/** Below this width, px, names stand above their bars. */
const narrow = 480;
const lineHeight = 14;
const gap = 9;

/** @param width of the drawing, px */
export function barLayout(groups: readonly BarGroup[], width: number): BarLayout {
  const above = width < narrow;
  const longest = max(groups, ({ name }) => wordsWidth(name)) ?? 0;
  const names = above ? 0 : Math.min(Math.ceil(longest * 1.08) + 12, Math.floor(width * 0.36));
  const words = groups.flatMap(({ bars }) => bars.map((bar) => bar.words));
  const numbers = Math.min(
    Math.ceil((max(words, wordsWidth) ?? 0) * 1.08) + 10,
    Math.floor(width * 0.4),
  );
  const count = max(groups, ({ bars }) => bars.length) ?? 1;
  const thickness = count === 1 ? 14 : 12;
  let top = 0;
  const placed = groups.map(({ name, bars }) => {
    const lines = linesOf(name, above ? width : names - 10, wordsWidth);
    const heading = above ? lines.length * lineHeight + 2 : 0;
    const height = Math.max(heading + bars.length * thickness, lines.length * lineHeight);
    const group = {
      top,
      height,
      lines,
      bars: bars.map((_, i) => top + heading + i * thickness),
    };
    top += height + gap;
    return group;
  });
  return { names, numbers, thickness, height: top, groups: placed };
}
