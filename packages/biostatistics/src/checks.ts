import { BiostatisticsError } from './errors.ts';

/** Arrays the checks read: plain or typed, never written. */
export type Numbers = ArrayLike<number>;

/** @throws {BiostatisticsError} `empty` when there is nothing to work on. */
export function notEmpty(argument: string, values: ArrayLike<unknown>): void {
  if (values.length === 0) {
    throw new BiostatisticsError('empty', argument, 'holds nothing; give at least one value');
  }
}

/**
 * All named arrays have the length of the first.
 * @throws {BiostatisticsError} `lengths-differ`
 */
export function sameLength(arrays: Readonly<Record<string, ArrayLike<unknown> | undefined>>): void {
  let first: string | undefined;
  let length = 0;
  for (const name in arrays) {
    const array = arrays[name];
    if (array === undefined) continue;
    if (first === undefined) {
      first = name;
      length = array.length;
    } else if (array.length !== length) {
      throw new BiostatisticsError(
        'lengths-differ',
        name,
        `has ${array.length} values where ${first} has ${length}; give one for each`,
      );
    }
  }
}

/** @throws {BiostatisticsError} `not-finite` on NaN or an infinity. */
export function finite(argument: string, values: Numbers): void {
  for (let index = 0; index < values.length; index++) {
    if (!Number.isFinite(values[index])) {
      throw new BiostatisticsError(
        'not-finite',
        { argument, index },
        `is ${values[index]}; leave out or impute what is missing before`,
      );
    }
  }
}

/** @throws {BiostatisticsError} `not-finite`, or `code` when a value is below zero. */
export function nonNegative(
  argument: string,
  values: Numbers,
  code: 'negative-value' | 'negative-time' = 'negative-value',
): void {
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as number;
    if (value >= 0 && value < Infinity) continue;
    if (Number.isFinite(value)) {
      throw new BiostatisticsError(code, { argument, index }, `is ${value}; it cannot be negative`);
    }
    throw new BiostatisticsError(
      'not-finite',
      { argument, index },
      `is ${value}; leave out or impute what is missing before`,
    );
  }
}

/** @throws {BiostatisticsError} `not-finite` or `zero-person-years` unless every value is above 0. */
export function positivePersonYears(argument: string, values: Numbers): void {
  nonNegative(argument, values);
  for (let index = 0; index < values.length; index++) {
    if (values[index] === 0) {
      throw new BiostatisticsError(
        'zero-person-years',
        { argument, index },
        'is 0: no rate exists where nobody was observed; merge it with a neighbouring group',
      );
    }
  }
}

/**
 * A single number strictly or loosely inside a range.
 * @throws {BiostatisticsError} `out-of-range` (also for NaN)
 */
export function inRange(
  argument: string,
  value: number,
  low: number,
  high: number,
  ends: 'open' | 'closed' = 'closed',
): void {
  const inside = ends === 'closed' ? value >= low && value <= high : value > low && value < high;
  if (!inside) {
    const range = ends === 'closed' ? `[${low}, ${high}]` : `(${low}, ${high})`;
    throw new BiostatisticsError(
      'out-of-range',
      argument,
      `is ${value}; it has to lie in ${range}`,
    );
  }
}

/**
 * A confidence level such as 0.95.
 * @throws {BiostatisticsError} `out-of-range`
 */
export function confidenceLevel(level: number): void {
  inRange('level', level, 0, 1, 'open');
}

/**
 * A whole number in a closed range.
 * @throws {BiostatisticsError} `out-of-range`
 */
export function wholeNumber(argument: string, value: number, low: number, high = Infinity): void {
  if (!Number.isInteger(value)) {
    throw new BiostatisticsError('out-of-range', argument, `is ${value}; give a whole number`);
  }
  inRange(argument, value, low, high);
}
