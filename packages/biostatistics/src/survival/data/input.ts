import { finite, type Numbers, nonNegative, notEmpty, sameLength } from '../../checks.ts';
import { BiostatisticsError } from '../../errors.ts';
import type { Sorted } from './order.ts';

/** What every survival estimator is told about n people (or n intervals of people). */
export interface SurvivalInput {
  /** Time of the event or of the end of observation, any unit, ≥ 0; length n. */
  readonly time: Numbers;
  /** 1 when the event was seen at `time`, 0 when observation ended without it; length n. */
  readonly event: Numbers;
  /** Left truncation: under observation after `entry` up to and including `time`; length n. */
  readonly entry?: Numbers | undefined;
  /** Case weight of each row, ≥ 0; length n. A row of weight 0 stands for nobody, as if not given. */
  readonly weight?: Numbers | undefined;
  /** The same arrays sorted before, for several estimators: see `sortedOnce`. */
  readonly sorted?: SortedPeople | undefined;
}

/** The input as typed arrays, checked. */
export interface CheckedInput {
  readonly n: number;
  readonly time: Float64Array;
  readonly event: Uint8Array;
  readonly entry: Float64Array | undefined;
  readonly weight: Float64Array | undefined;
}

/** People in ascending time with near ties joined: what every arrangement begins with. */
export interface SortedPeople {
  readonly checked: CheckedInput;
  readonly time: Sorted;
  readonly entry: Sorted | undefined;
  /** Highest event code among them. */
  readonly mostCode: number;
  /** The caller's own arrays, by which an estimator knows that it was given the same people. */
  readonly given: Pick<SurvivalInput, 'time' | 'event' | 'entry' | 'weight'>;
}

export function asFloat64(values: Numbers): Float64Array {
  return values instanceof Float64Array ? values : Float64Array.from(values);
}

/**
 * Checks lengths, times, event codes, entries and weights; copies only what is not typed yet.
 *
 * @param mostCode highest event code allowed: 1 for survival, the number of causes otherwise
 * @throws {BiostatisticsError} `empty`, `lengths-differ`, `not-finite`, `negative-time`,
 *   `negative-value` (weight), `out-of-range` (event code; entry not before time)
 */
export function checkInput(input: SurvivalInput, mostCode = 1): CheckedInput {
  const { time, event, entry, weight } = input;
  notEmpty('time', time);
  sameLength({ time, event, entry, weight });
  nonNegative('time', time, 'negative-time');
  if (weight !== undefined) nonNegative('weight', weight);
  const checked: CheckedInput = {
    n: time.length,
    time: asFloat64(time),
    event: eventCodes(event, mostCode),
    entry: entry === undefined ? undefined : asFloat64(entry),
    weight: weight === undefined ? undefined : asFloat64(weight),
  };
  if (entry !== undefined) {
    nonNegative('entry', entry, 'negative-time');
    entriesBeforeTimes(checked.entry as Float64Array, checked.time);
  }
  return checked;
}

function entriesBeforeTimes(entry: Float64Array, time: Float64Array): void {
  for (let index = 0; index < entry.length; index++) {
    if ((entry[index] as number) < (time[index] as number)) continue;
    throw new BiostatisticsError(
      'out-of-range',
      { argument: 'entry', index },
      `is ${entry[index]} and time ${time[index]}; observation has to begin before it ends`,
    );
  }
}

function eventCodes(event: Numbers, mostCode: number): Uint8Array {
  finite('event', event);
  for (let index = 0; index < event.length; index++) {
    const code = event[index] as number;
    if (code >= 0 && code <= mostCode && code === (code | 0)) continue;
    throw new BiostatisticsError(
      'out-of-range',
      { argument: 'event', index },
      `is ${code}; give 0 for censored${mostCode === 1 ? ' and 1 for the event' : ` and 1 to ${mostCode} for the causes`}`,
    );
  }
  return event instanceof Uint8Array ? event : Uint8Array.from(event);
}

/** Group or stratum numbers 0 … count−1, one a row. */
export interface Codes {
  readonly of: ArrayLike<number>;
  readonly count: number;
}

/**
 * @param codes whole numbers from 0, one a row
 * @throws {BiostatisticsError} `lengths-differ`, `out-of-range`
 */
export function checkCodes(argument: string, codes: Numbers, n: number): Codes {
  if (codes.length !== n) {
    throw new BiostatisticsError(
      'lengths-differ',
      argument,
      `has ${codes.length} values where time has ${n}; give one for each`,
    );
  }
  let most = 0;
  for (let index = 0; index < n; index++) {
    const code = codes[index] as number;
    if (!(code >= 0 && code < 2 ** 31 && code === Math.floor(code))) {
      throw new BiostatisticsError(
        'out-of-range',
        { argument, index },
        `is ${code}; number the groups 0, 1, 2, …`,
      );
    }
    if (code > most) most = code;
  }
  return { of: codes, count: most + 1 };
}
