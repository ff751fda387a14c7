import { ticks } from 'd3-array';
import type { Panel } from './panels.ts';

/** Colours that are told apart by everybody (Okabe and Ito), dark enough on white; each with a dash and a mark of its own. */
export const COLOURS = ['#0072b2', '#b34700', '#007a5e', '#8f3f71', '#5c5c5c', '#8a6d00'] as const;

/** Values from nought, or from below it, to the highest limit, with round numbers between. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

/** One scale for all panels. @param room pixels between which values lie */
export const scaleOf = (
  panels: readonly Panel[],
  [from, to]: readonly [number, number],
  wanted: number,
): Scale => {
  const reached = panels.flatMap(({ series }) =>
    series.flatMap(({ marks }) =>
      marks.flatMap(({ value, lower, upper }) =>
        value === null ? [] : [value, lower ?? value, upper ?? value],
      ),
    ),
  );
  const [least, most] = [Math.min(0, ...reached), Math.max(0, ...reached)];
  const range = most - least || 1;
  return {
    at: (value) => from + ((value - least) / range) * (to - from),
    ticks: ticks(least, least + range, wanted),
  };
};
