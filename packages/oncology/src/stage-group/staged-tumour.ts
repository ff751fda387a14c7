import type { PartialDate } from '../dates/partial-date.ts';
import type { Classification } from './classification.ts';
import type { FactorValues } from './factors.ts';

export interface Categories {
  /** As written, with or without prefixes: `T2a`, `pN1mi(sn)`; null where none is recorded. */
  readonly T: string | null;
  readonly N: string | null;
  readonly M: string | null;
}

export interface StagedTumour {
  /** Chapters by name; where null they follow from topography and morphology. */
  readonly chapters: readonly string[] | null;
  readonly topography: string | null;
  readonly morphology: string | null;
  readonly diagnosed: PartialDate | null;
  /** The edition said; where null it is the one in force at diagnosis. */
  readonly edition: number | null;
  readonly classification: Classification | null;
  readonly categories: Categories;
  /** What the chapters ask for besides T, N and M: see `FACTORS`. */
  readonly factors: FactorValues;
}
