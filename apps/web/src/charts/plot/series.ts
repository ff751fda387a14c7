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
    }
  | {
      readonly as: 'band';
      readonly lower: readonly Value[];
      readonly upper: readonly Value[];
      readonly step?: boolean;
    }
);
