import type { Value } from './scale.ts';

/** Shapes of the points of a line: they differ, so that colour does not stand alone. */
export const DOTS = ['circle', 'square', 'triangle', 'diamond', 'cross', 'ring'] as const;
export type DotShape = (typeof DOTS)[number];

/** What is drawn of the values, one for each position; bars stand on each other. */
export type Series = { readonly name: string; readonly colour: string } & (
  | { readonly as: 'bars'; readonly values: readonly Value[]; readonly fill?: 'part' | 'missing' }
  | {
      readonly as: 'line';
      readonly values: readonly Value[];
      readonly step?: boolean;
      readonly dot?: DotShape;
      /** Of what is expected, not counted. */
      readonly dashed?: boolean;
      /** Pixels to the right of its position, so that lines do not hide each other's intervals. */
      readonly shift?: number;
    }
  | {
      readonly as: 'band';
      readonly lower: readonly Value[];
      readonly upper: readonly Value[];
      readonly step?: boolean;
    }
  | {
      /** An upright mark at each position, where bands of many lines would hide each other. */
      readonly as: 'interval';
      readonly lower: readonly Value[];
      readonly upper: readonly Value[];
      readonly shift?: number;
    }
);
