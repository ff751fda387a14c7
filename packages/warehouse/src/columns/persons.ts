import { type Bits, type Coded, every, lowest, weight } from '@nodp/cohorts/engine';
import { addPerson, type Printed, printed, SUMS } from '@nodp/disclosure';
import type { CaseColumns } from './case-columns.ts';

type Whose = Pick<CaseColumns, 'rows' | 'singles' | 'person' | 'keys' | 'firstRow'>;

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

/** Which of the sums of a fingerprint a row's person is in: the one of the person's first row. */
export const sumOf = ({ singles, person, firstRow }: Whose, row: number): number =>
  (row < singles ? row : (firstRow[person[row] as number] as number)) % SUMS;

/** Adds the rows of a word, each of another person; their sums lie side by side, so that no addition waits for the one before. */
const addWord = (
  sums: Int32Array,
  at: number,
  keys: Int32Array,
  first: number,
  word: number,
): void => {
  const to = at + (first % SUMS);
  for (let rest = word; rest !== 0; rest &= rest - 1) {
    const i = lowest(rest);
    sums[to + i] = ((sums[to + i] as number) + (keys[first + i] as number)) | 0;
  }
};

/**
 * Persons left after each step of a ladder: with a case in the first set, with one in the first two at once,
 * and so on. One pass that makes no set of its own: each step costs an `and` for each word and an addition for each person
 * left. Only among the few persons with several cases, whose rows stand together, do they have to be told apart.
 * @param known steps at the beginning that are not counted @returns what is left after each of the others
 */
export const personsAfter = (steps: readonly Bits[], whose: Whose, known = 0): Printed[] => {
  const { rows, singles, person, keys } = whose;
  const counts = new Int32Array(steps.length);
  const sums = new Int32Array(steps.length * SUMS);
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
      if (step < known) continue;
      const at = step * SUMS;
      let count = counts[step] as number;
      for (let i = 0; i < plain; i++) {
        const word = left[i] as number;
        if (word === 0) continue;
        count += weight(word);
        addWord(sums, at, keys, (from + i) << 5, word);
      }
      for (let i = plain; i < length; i++)
        for (let rest = left[i] as number; rest !== 0; rest &= rest - 1) {
          const row = ((from + i) << 5) + lowest(rest);
          const key = person[row] as number;
          if (key === last[step]) continue;
          last[step] = key;
          addPerson(sums, at + sumOf(whose, row), keys[row] as number);
          count++;
        }
      counts[step] = count;
    }
  }
  return Array.from(counts, (count, step) =>
    printed(count, sums.slice(step * SUMS, (step + 1) * SUMS)),
  ).slice(known);
};

/** Persons who have a case in a set. */
export const personsIn = (bits: Bits, whose: Whose): Printed =>
  personsAfter([bits], whose)[0] as Printed;

/** Persons who have a case. */
export const everybody = (whose: Whose): Printed => personsIn(every(whose.rows), whose);

/**
 * Persons by value, not known first; a person with several values is under each.
 * @param rows in order
 */
export const personsBy = (
  rows: Int32Array,
  whose: Whose,
  { values, codes }: Coded<string | number>,
): Printed[] => {
  const { singles, person, keys } = whose;
  const counts = new Int32Array(values.length + 1);
  const sums = new Int32Array(counts.length * SUMS);
  let i = 0;
  for (; i < rows.length && (rows[i] as number) < singles; i++) {
    const row = rows[i] as number;
    const code = codes[row] as number;
    counts[code] = (counts[code] as number) + 1;
    addPerson(sums, code * SUMS + (row % SUMS), keys[row] as number);
  }
  const last = new Int32Array(counts.length).fill(-1);
  for (; i < rows.length; i++) {
    const row = rows[i] as number;
    const code = codes[row] as number;
    if (last[code] === person[row]) continue;
    last[code] = person[row] as number;
    counts[code] = (counts[code] as number) + 1;
    addPerson(sums, code * SUMS + sumOf(whose, row), keys[row] as number);
  }
  return Array.from(counts, (count, code) =>
    printed(count, sums.slice(code * SUMS, (code + 1) * SUMS)),
  );
};
