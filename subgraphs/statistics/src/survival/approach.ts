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
  const retained = new Int32Array(rows.length);
  const entry = late ? new Float64Array(rows.length) : null;
  const time = new Float64Array(rows.length);
  const status = new Uint8Array(rows.length);
  let taken = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as number;
    const diagnosed = date[row] as number;
    const end = days[row] as number;
    if (diagnosed > diagnosedUntil) continue;
    const begin = Math.max(0, from - diagnosed);
    if (begin > 0 && end <= begin) continue;
    retained[taken] = row;
    if (entry !== null) entry[taken] = begin;
    time[taken] = end;
    status[taken] = died[row] as number;
    taken++;
  }
  return {
    rows: retained.slice(0, taken),
    entry: entry?.slice(0, taken) ?? null,
    time: time.slice(0, taken),
    status: status.slice(0, taken),
  };
};
