import type { StudyFigure } from '@nodp/cohorts';
import type { Label } from '@nodp/terminology';

/** What a figure of a line is, so that lines of several places can be pooled where they may be. */
export const SCALES = ['COUNT', 'SHARE', 'MONTHS', 'MEDIAN', 'DIFFERENCE', 'RATIO', 'P'] as const;
export type Scale = (typeof SCALES)[number];

/** One disclosed figure of a study; the same question has the same key on every release and in every place. */
export interface Line {
  readonly key: string;
  /** Place of its figure among the blocks, from 0. */
  readonly block: number;
  readonly figure: StudyFigure;
  readonly what: Label;
  /** Place of the cohort it is of, from 0; null of all. */
  readonly cohort: number | null;
  readonly scale: Scale;
  /** Null where hidden, or not reached. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Why a figure has no lines. */
export interface Refused {
  readonly block: number;
  readonly reason: Label;
}
