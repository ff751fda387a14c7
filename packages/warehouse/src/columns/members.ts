import { type Bits, forEach, has, or } from '@nodp/cohorts/engine';
import { addPerson, type Printed, printed, SUMS } from '@nodp/disclosure';
import { type CaseColumns, endOfPerson } from './case-columns.ts';
import { sumOf } from './persons.ts';

/** Who is in exactly one of several cohorts, each by the earliest case that meets it: exact, not to be shown. */
export interface Members {
  /** The cohort of each member, by its place. */
  readonly arm: Uint8Array;
  /** The member's case, by its place in the columns. */
  readonly row: Int32Array;
  /** The members of each cohort as a set. */
  readonly sets: readonly Printed[];
  /** Persons of several cohorts, who are members of none. */
  readonly shared: Printed;
}

/** The persons of some rows as a set. */
export const printedOf = (rows: Iterable<number>, columns: CaseColumns): Printed => {
  const sums = new Int32Array(SUMS);
  let count = 0;
  for (const row of rows) {
    addPerson(sums, sumOf(columns, row), columns.keys[row] as number);
    count++;
  }
  return printed(count, sums);
};

/** The only cohort of a person with its earliest case; -1 of several. */
const onlyArm = (arms: readonly Bits[], first: number, end: number) => {
  let [arm, chosen] = [-1, first];
  for (let i = 0; i < arms.length; i++)
    for (let at = first; at < end; at++)
      if (has(arms[i] as Bits, at)) {
        if (arm >= 0) return { arm: -1, chosen: first };
        [arm, chosen] = [i, at];
        break;
      }
  return { arm, chosen };
};

export const membersOf = (arms: readonly Bits[], columns: CaseColumns): Members => {
  const { person } = columns;
  const [of, rows, shared]: [number[], number[], number[]] = [[], [], []];
  let last = -1;
  forEach(arms.reduce(or), (row) => {
    const key = person[row] as number;
    if (key === last) return;
    last = key;
    const { arm, chosen } = onlyArm(arms, row, endOfPerson(columns, row));
    if (arm < 0) {
      shared.push(row);
      return;
    }
    of.push(arm);
    rows.push(chosen);
  });
  return {
    arm: Uint8Array.from(of),
    row: Int32Array.from(rows),
    sets: arms.map((_, arm) =>
      printedOf(
        rows.filter((_row, i) => of[i] === arm),
        columns,
      ),
    ),
    shared: printedOf(shared, columns),
  };
};
