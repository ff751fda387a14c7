/** Days that are looked back on for an institution's rhythm. */
export const RHYTHM_DAYS = 180;
/** Gaps between days with submissions that make a rhythm. */
const LEAST_GAPS = 4;
/** No weekend or holiday is a silence. */
const LEAST_LIMIT = 3;

/** An institution's own rhythm, and whether it is silent by it. */
export interface Rhythm {
  /** The last day that it sent on; null where it sent nothing in the days looked back on. */
  readonly last: string | null;
  /** Days between two days that it sends on: nine of ten gaps are no longer. Null where it has no rhythm yet. */
  readonly usual: number | null;
  /** Days without a submission after which it is silent. */
  readonly limit: number | null;
  /** Days since the last. */
  readonly since: number | null;
  readonly silent: boolean;
}

const DAY = 86_400_000;
const between = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

/**
 * Whether an institution fell silent by its own rhythm: it sent nothing for more than twice the gap that nine of ten of its gaps of
 * the last 180 days do not exceed (nearest rank), and for more than three days. Who has fewer than four gaps has no rhythm, and is
 * never called silent.
 * @param days the different days that it sent on, YYYY-MM-DD, ascending
 */
export const rhythmOf = (days: readonly string[], today: string): Rhythm => {
  const last = days.at(-1) ?? null;
  const since = last === null ? null : between(last, today);
  const gaps = days.slice(1).map((day, i) => between(days[i] as string, day));
  if (gaps.length < LEAST_GAPS) return { last, usual: null, limit: null, since, silent: false };
  const ordered = gaps.sort((a, b) => a - b);
  const usual = ordered[Math.ceil(ordered.length * 0.9) - 1] as number;
  const limit = Math.max(LEAST_LIMIT, 2 * usual);
  return { last, usual, limit, since, silent: since !== null && since > limit };
};
