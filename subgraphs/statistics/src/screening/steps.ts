import type { ScreeningRow } from '@nodp/warehouse';

/** How far a round of screening came, by one question at a time; null where the question is not of it. */
export const SCREENING_STEPS = {
  /** Of those invited, who came. */
  ATTENDANCE: {
    codes: ['ATTENDED', 'NOT_ATTENDED'],
    of: ({ invited, attended }) => (!invited ? null : attended ? 'ATTENDED' : 'NOT_ATTENDED'),
  },
  /** What the scale says of the tests. */
  RESULT: {
    codes: ['POSITIVE', 'NEGATIVE', 'INCONCLUSIVE', 'UNKNOWN'],
    of: ({ attended, result }) => (attended ? (result ?? 'UNKNOWN') : null),
  },
  /** Of the tests, which found a cancer. */
  TEST: {
    codes: ['FOUND', 'NOT_FOUND'],
    of: ({ attended, outcome }) =>
      attended ? (outcome === 'SCREEN_DETECTED' ? 'FOUND' : 'NOT_FOUND') : null,
  },
  /** Of the positive tests, which found a cancer. */
  POSITIVE: {
    codes: ['FOUND', 'NOT_FOUND'],
    of: ({ result, outcome }) =>
      result === 'POSITIVE' ? (outcome === 'SCREEN_DETECTED' ? 'FOUND' : 'NOT_FOUND') : null,
  },
  /** Stages of the cancers found. */
  STAGE: {
    codes: ['STAGE_0', 'STAGE_I', 'STAGE_II', 'STAGE_III', 'STAGE_IV', 'UNKNOWN'],
    of: ({ outcome, stage }) => (outcome === 'SCREEN_DETECTED' ? (stage ?? 'UNKNOWN') : null),
  },
  /** Cancers of those screened: found, or come in between. */
  CANCER: {
    codes: ['INTERVAL_CANCER', 'SCREEN_DETECTED'],
    of: ({ outcome }) => outcome,
  },
} as const satisfies Record<
  string,
  { readonly codes: readonly string[]; readonly of: (row: ScreeningRow) => string | null }
>;

export type ScreeningStep = keyof typeof SCREENING_STEPS;
