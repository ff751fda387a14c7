import { inRange } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';
import { checkInput, type SurvivalInput } from './data/input.ts';

/** Those still under observation at the landmark, their clock set back to it. */
export interface LandmarkSet {
  /** Rows of the input that are retained. */
  readonly row: Uint32Array;
  /** Time since the landmark. */
  readonly time: Float64Array;
  readonly event: Uint8Array;
  /** Given when the input had entries: since the landmark, at least 0. */
  readonly entry: Float64Array | undefined;
  readonly weight: Float64Array | undefined;
  /** Left out: had the event, or were lost, at or before the landmark. */
  readonly excluded: { readonly events: number; readonly censored: number };
}

/**
 * Landmark analysis (Anderson, Cain & Gelber 1983): to compare people by something that happens
 * after time 0 (a response to treatment), without giving the responders the time they
 * had to live for it, only people still at risk beyond the landmark are retained, grouped by what is
 * known then, and followed from it.
 *
 * Rows that enter after the landmark are retained with the entry they have; give groups through `row`.
 *
 * @param at the landmark, in the unit of `time`
 * @throws {BiostatisticsError} see `checkInput`; `too-few` when nobody is left
 */
export function landmark(input: SurvivalInput, at: number, causes = 1): LandmarkSet {
  inRange('at', at, 0, Number.MAX_VALUE);
  const { n, time, event, entry, weight } = checkInput(input, causes);
  let retained = 0;
  const excluded = { events: 0, censored: 0 };
  for (let i = 0; i < n; i++) {
    if ((time[i] as number) > at) retained++;
    else if (event[i] === 0) excluded.censored++;
    else excluded.events++;
  }
  if (retained === 0) {
    throw new BiostatisticsError('too-few', 'at', `nobody was observed beyond ${at}`);
  }
  const row = new Uint32Array(retained);
  for (let i = 0, k = 0; i < n; i++) if ((time[i] as number) > at) row[k++] = i;
  const take = (values: Float64Array) => Float64Array.from(row, (i) => values[i] as number);
  return {
    row,
    time: take(time).map((t) => t - at),
    event: Uint8Array.from(row, (i) => event[i] as number),
    entry: entry && take(entry).map((t) => Math.max(0, t - at)),
    weight: weight && take(weight),
    excluded,
  };
}
