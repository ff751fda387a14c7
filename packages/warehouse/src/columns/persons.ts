import { type Bits, type Coded, every, lowest, weight } from '@nodp/cohorts/engine';
import type { CaseColumns } from './case-columns.ts';

type Whose = Pick<CaseColumns, 'rows' | 'singles' | 'person'>;

/** Words gone through at a time: few enough that a step often leaves none of them, and the next need not look. */
const BLOCK = 256;

/** Keeps of the words from `from` on what a set has of them; 0 where nothing is left. */
const narrow = (left: Int32Array, words: number, bits: Bits, from: number): number => {
  let any = 0;
  for (let i = 0; i < words; i++) {
    const word = (left[i] as number) & (bits[from + i] as number);
    left[i] = word;
    any |= word;
  }
  return any;
};

/**
 * Persons left after each step of a ladder: with a case in the first set, with one in the first two at once,
 * and so on. One pass that makes no set of its own: each step of each word costs an `and` and a count of bits.
 * Only among the few persons with several cases, whose rows stand together, do they have to be told apart.
 */
export const personsAfter = (
  steps: readonly Bits[],
  { rows, singles, person }: Whose,
): Int32Array => {
  const counts = new Int32Array(steps.length);
  const last = new Int32Array(steps.length).fill(-1);
  const left = new Int32Array(BLOCK);
  const words = (rows + 31) >>> 5;
  const several = singles >>> 5;
  for (let from = 0; from < words; from += BLOCK) {
    const length = Math.min(BLOCK, words - from);
    const plain = Math.max(0, Math.min(length, several - from));
    left.fill(-1);
    for (let step = 0; step < steps.length; step++) {
      if (narrow(left, length, steps[step] as Bits, from) === 0) break;
      let count = counts[step] as number;
      for (let i = 0; i < plain; i++) count += weight(left[i] as number);
      for (let i = plain; i < length; i++)
        for (let rest = left[i] as number; rest !== 0; rest &= rest - 1) {
          const key = person[((from + i) << 5) + lowest(rest)] as number;
          if (key === last[step]) continue;
          last[step] = key;
          count++;
        }
      counts[step] = count;
    }
  }
  return counts;
};

/** Persons who have a case in a set. */
export const personsIn = (bits: Bits, whose: Whose): number =>
  personsAfter([bits], whose)[0] as number;

/** Persons who have a case. */
export const everybody = (whose: Whose): number => personsIn(every(whose.rows), whose);

/**
 * Persons by value, not known first; a person with several values is under each.
 * @param rows in order
 */
export const personsBy = (
  rows: Int32Array,
  { singles, person }: Whose,
  { values, codes }: Coded<string | number>,
): Int32Array => {
  const counts = new Int32Array(values.length + 1);
  let i = 0;
  for (; i < rows.length && (rows[i] as number) < singles; i++) {
    const code = codes[rows[i] as number] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  const last = new Int32Array(counts.length).fill(-1);
  for (; i < rows.length; i++) {
    const row = rows[i] as number;
    const code = codes[row] as number;
    if (last[code] === person[row]) continue;
    last[code] = person[row] as number;
    counts[code] = (counts[code] as number) + 1;
  }
  return counts;
};
