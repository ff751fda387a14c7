import { addPerson, type Printed, printed, SUMS } from '@nodp/disclosure';
import type { SurvivalColumns } from '../engines/engine.ts';
import type { CaseColumns } from './case-columns.ts';
import { sumOf } from './persons.ts';

/** What estimators read, with the persons of each arm as sets: those analysed, and those whose survival is not known. */
export interface SurvivalSets extends SurvivalColumns {
  /** Days after diagnosis from which each row is at risk. */
  readonly entry: Float64Array;
  /** The case of each row, by its place in the columns. */
  readonly row: Int32Array;
  /** The disclosure key of each row's person. */
  readonly key: Int32Array;
  /** Which of the sums of a fingerprint each row's person is added to. */
  readonly sum: Uint8Array;
  readonly analysed: readonly Printed[];
  readonly left: readonly Printed[];
  readonly shared: Printed;
}

/** The persons of some rows as a set. */
export const setWhere = (
  { key, sum }: Pick<SurvivalSets, 'key' | 'sum'>,
  belongs: (row: number) => boolean,
): Printed => {
  const sums = new Int32Array(SUMS);
  let count = 0;
  for (let row = 0; row < key.length; row++)
    if (belongs(row)) {
      addPerson(sums, sum[row] as number, key[row] as number);
      count++;
    }
  return printed(count, sums);
};

interface Time {
  readonly entry: number;
  readonly time: number;
  /** 0 censored, 1 the event, 2 a competing one. */
  readonly event: 0 | 1 | 2;
}

/** Columns that grow: a million rows are put one by one. */
const growing = () => {
  let room = 1024;
  let n = 0;
  const make = () => ({
    arm: new Uint8Array(room),
    entry: new Float64Array(room),
    time: new Float64Array(room),
    event: new Uint8Array(room),
    key: new Int32Array(room),
    row: new Int32Array(room),
    sum: new Uint8Array(room),
  });
  let columns = make();
  const grow = () => {
    room *= 2;
    const larger = make();
    larger.arm.set(columns.arm);
    larger.entry.set(columns.entry);
    larger.time.set(columns.time);
    larger.event.set(columns.event);
    larger.key.set(columns.key);
    larger.row.set(columns.row);
    larger.sum.set(columns.sum);
    columns = larger;
  };
  return {
    put: (
      arm: number,
      row: number,
      { entry, time, event }: Time,
      key: number,
      sum: number,
    ): void => {
      if (n === room) grow();
      columns.arm[n] = arm;
      columns.entry[n] = entry;
      columns.time[n] = time;
      columns.event[n] = event;
      columns.key[n] = key;
      columns.row[n] = row;
      columns.sum[n] = sum;
      n++;
    },
    done: () => ({
      arm: columns.arm.subarray(0, n),
      entry: columns.entry.subarray(0, n),
      time: columns.time.subarray(0, n),
      event: columns.event.subarray(0, n),
      key: columns.key.subarray(0, n),
      row: columns.row.subarray(0, n),
      sum: columns.sum.subarray(0, n),
    }),
  };
};

/** Rows of a comparison as they are found, with the sets of their persons. */
export const collecting = (columns: CaseColumns, arms: number) => {
  const { keys } = columns;
  const rows = growing();
  const untimed = new Array<number>(arms).fill(0);
  let inSeveralArms = 0;
  // Of each arm: analysed, then left out; then of all: of several arms.
  const sums = new Int32Array((2 * arms + 1) * SUMS);
  const counts = new Int32Array(2 * arms + 1);
  const last = new Int32Array(2 * arms + 1).fill(-1);
  const add = (set: number, row: number) => {
    // A person is once in a set, however often the person comes into the arm.
    if (last[set] === row) return;
    last[set] = row;
    counts[set] = (counts[set] as number) + 1;
    addPerson(sums, set * SUMS + sumOf(columns, row), keys[row] as number);
  };
  const setOf = (set: number): Printed =>
    printed(counts[set] as number, sums.slice(set * SUMS, (set + 1) * SUMS));
  return {
    put: (arm: number, row: number, time: Time): void => {
      add(2 * arm, row);
      rows.put(arm, row, time, keys[row] as number, sumOf(columns, row));
    },
    leave: (arm: number, row: number): void => {
      add(2 * arm + 1, row);
      untimed[arm] = (untimed[arm] as number) + 1;
    },
    share: (row: number): void => {
      add(2 * arms, row);
      inSeveralArms++;
    },
    done: (): SurvivalSets => ({
      analysed: untimed.map((_, arm) => setOf(2 * arm)),
      left: untimed.map((_, arm) => setOf(2 * arm + 1)),
      shared: setOf(2 * arms),
      ...rows.done(),
      untimed,
      inSeveralArms,
    }),
  };
};
