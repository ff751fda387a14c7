import { createHash } from 'node:crypto';

/**
 * The mark of one recipient in the days of an export. Days are taken in pairs (2b, 2b + 1); which of the two is written is a bit
 * drawn from the recipient's secret, the place (table and column) and the pair. So a day moves by one at most, pairs stay in
 * their order, and a few rows tell whose they are although keys, columns or most rows were taken away: of n different pairs a file of
 * somebody else agrees in half, and by chance in all of them once in 2ⁿ.
 */

/** Days around the first diagnosis are left alone: day 0 stays day 0. */
const UNMARKED_PAIR = 0;

const pairOf = (day: number): number => Math.floor(day / 2);

const bitOf = (secret: string, place: string, pair: number): 0 | 1 =>
  (Number.parseInt(
    createHash('sha256').update(`${secret}:${place}:${pair}`).digest('hex').slice(0, 1),
    16,
  ) & 1) as 0 | 1;

/** The day as it is written for the holder of a secret. @param place table and column, as `treatments.start_days` */
export const marked = (secret: string, place: string, day: number): number => {
  const pair = pairOf(day);
  return pair === UNMARKED_PAIR ? day : 2 * pair + bitOf(secret, place, pair);
};

/** The same in DuckDB: a macro `marked(v, place)` of whole days. */
export const markMacro = (secret: string): string =>
  `create macro marked(v, place) as (case when v is null or floor(v / 2.0)::integer = ${UNMARKED_PAIR} then v
    else 2 * floor(v / 2.0)::integer
      + (('0x' || left(sha256('${secret}:' || place || ':' || floor(v / 2.0)::integer), 1))::integer & 1) end)`;

/** A day of a leaked file, with its place. */
export interface LeakedDay {
  readonly place: string;
  readonly day: number;
}

/** How the days of a file agree with the mark of one recipient. */
export interface Agreement {
  /** Different pairs of days that tell something. */
  readonly told: number;
  /** Pairs of which every day agrees. */
  readonly agree: number;
  /** Decimal logarithm of the chance that a file of somebody else agrees as well (binomial, one half). */
  readonly chance: number;
}

/** log10 of the probability of `agree` or more heads in `told` throws. */
const tailOf = (agree: number, told: number): number => {
  // Summed from the largest term down in logarithms: 2^-told underflows beyond a thousand pairs.
  const logs: number[] = [];
  let log = -told * Math.LOG10E * Math.LN2;
  for (let k = 0; k <= told; k++) {
    if (k >= agree) logs.push(log);
    log += Math.log10(told - k) - Math.log10(k + 1);
  }
  const most = Math.max(...logs);
  return Math.min(0, most + Math.log10(logs.reduce((sum, one) => sum + 10 ** (one - most), 0)));
};

/** Compares the days of a file with a recipient's mark. */
export const agreementWith = (secret: string, days: Iterable<LeakedDay>): Agreement => {
  const pairs = new Map<string, boolean>();
  for (const { place, day } of days) {
    if (!Number.isInteger(day) || pairOf(day) === UNMARKED_PAIR) continue;
    const name = `${place}:${pairOf(day)}`;
    pairs.set(name, (pairs.get(name) ?? true) && marked(secret, place, day) === day);
  }
  const told = pairs.size;
  const agree = [...pairs.values()].filter(Boolean).length;
  return { told, agree, chance: told === 0 ? 0 : tailOf(agree, told) };
};
