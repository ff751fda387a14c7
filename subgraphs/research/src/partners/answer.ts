import { STUDY_FIGURES } from '@nodp/cohorts';
import * as v from 'valibot';
import { type Line, type Refused, SCALES } from '../documents/line.ts';

/** What a study was answered with in one place: disclosed figures alone. */
export interface Answer {
  readonly release: number;
  /** Closing date of follow-up, YYYY-MM-DD. */
  readonly closing: string | null;
  /** Smallest number of persons that is told there. */
  readonly minimumCell: number;
  readonly lines: readonly Line[];
  readonly refused: readonly Refused[];
}

const words = v.pipe(v.string(), v.maxLength(2000));
const label = v.strictObject({ en: words, zh: words });
const block = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99));
const figure = v.nullable(v.pipe(v.number(), v.finite()));

const line = v.strictObject({
  key: words,
  block,
  figure: v.picklist(STUDY_FIGURES),
  what: label,
  cohort: v.nullable(block),
  scale: v.picklist(SCALES),
  ...{ value: figure, lower: figure, upper: figure },
});

/** An answer as a partner sends it: lines without end, or of another form, are none. */
export const answerSchema: v.GenericSchema<Answer> = v.strictObject({
  release: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000_000)),
  closing: v.nullable(v.pipe(v.string(), v.isoDate())),
  minimumCell: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  lines: v.pipe(v.array(line), v.maxLength(10_000)),
  refused: v.pipe(v.array(v.strictObject({ block, reason: label })), v.maxLength(1000)),
});
