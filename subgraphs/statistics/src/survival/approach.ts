import type { SurvivalApproach } from '../generated/resolvers.ts';
import type { FollowedCases, Observation } from './followed.ts';

export const DAYS_OF_YEAR = 365.25;

/** Years of the window of a period analysis, the last before the closing day. */
const PERIOD_WINDOW = 3;

interface Window {
  /** Only those diagnosed until this day. */
  readonly diagnosedUntil: number;
  /** What happened before this day does not count. */
  readonly from: number;
}

const windowOf = (approach: SurvivalApproach, closing: number, years: number): Window => {
  switch (approach) {
    case 'COHORT':
      return { diagnosedUntil: closing - years * DAYS_OF_YEAR, from: -Infinity };
    case 'PERIOD':
      return { diagnosedUntil: closing, from: closing - PERIOD_WINDOW * DAYS_OF_YEAR };
    case 'COMPLETE':
      return { diagnosedUntil: closing, from: -Infinity };
  }
};

/**
 * What an approach observes of cases: all of them as far as they were followed (complete), those alone that could be followed
 * for all years asked (cohort), or what happened in the last years before the closing day (period), where those diagnosed
 * earlier come in late (Brenner and Gefeller 1996; Brenner, Gefeller and Hakulinen 2004). As `@nodp/biostatistics` has them.
 */
export const observe = (
  { days, died, date, closing }: FollowedCases,
  rows: Int32Array,
  approach: SurvivalApproach,
  years: number,
): Observation => {
  const { diagnosedUntil, from } = windowOf(approach, closing, years);
  const late = Number.isFinite(from);
  const kept: number[] = [];
  const entry: number[] = [];
  for (const row of rows) {
    const [diagnosed, end] = [date[row] as number, days[row] as number];
    if (diagnosed > diagnosedUntil) continue;
    const begin = Math.max(0, from - diagnosed);
    if (begin > 0 && end <= begin) continue;
    kept.push(row);
    if (late) entry.push(begin);
  }
  return {
    rows: Int32Array.from(kept),
    entry: late ? Float64Array.from(entry) : null,
    time: Float64Array.from(kept, (row) => days[row] as number),
    status: Uint8Array.from(kept, (row) => died[row] as number),
  };
};
