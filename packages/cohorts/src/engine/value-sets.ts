import { add, type Bits, none, or, without } from './bits.ts';
import type { Coded } from './columns.ts';

/** The cases of each value of a column, made in one pass when the column is first asked. */
const setsOfValues = ({ values, codes }: Coded<string | number>): Bits[] => {
  const sets = values.map(() => none(codes.length));
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    if (code > 0) add(sets[code - 1] as Bits, row);
  }
  return sets;
};

const retained = new WeakMap<object, Bits[]>();
const once = (column: object, make: () => Bits[]): Bits[] => {
  let sets = retained.get(column);
  if (sets === undefined) {
    sets = make();
    retained.set(column, sets);
  }
  return sets;
};

/** A column of more values (histologies) is passed over each time: its sets would fill the memory. */
const MOST_SETS = 64;

const passedOver = ({ values, codes }: Coded<string>, wanted: ReadonlySet<string>): Bits => {
  const passes = [false, ...values.map((value) => wanted.has(value))];
  const bits = none(codes.length);
  for (let row = 0; row < codes.length; row++)
    if (passes[codes[row] as number] === true) add(bits, row);
  return bits;
};

/** Cases whose value is listed; those of unknown value are not. */
export const listed = (column: Coded<string>, codes: readonly string[]): Bits => {
  const wanted = new Set(codes);
  if (column.values.length > MOST_SETS) return passedOver(column, wanted);
  const [first, ...rest] = once(column, () => setsOfValues(column)).filter((_, i) =>
    wanted.has(column.values[i] as string),
  );
  return first === undefined ? none(column.codes.length) : rest.reduce(or, first);
};

/** Cases whose value is not known. */
export const notKnown = ({ codes }: Coded<string | number>): Bits => {
  const bits = none(codes.length);
  for (let row = 0; row < codes.length; row++) if (codes[row] === 0) add(bits, row);
  return bits;
};

/**
 * Cases whose value lies in a range; those of unknown value do not. Sets of the values up to each value are
 * kept, so that any range is the difference of two.
 */
export const within = (
  column: Coded<number>,
  { from = -Infinity, to = Infinity }: { from?: number | undefined; to?: number | undefined },
): Bits => {
  const upTo = once(column, () => {
    let below = none(column.codes.length);
    return setsOfValues(column).map((set) => (below = or(below, set)));
  });
  const last = upTo[column.values.findLastIndex((value) => value <= to)];
  const before = upTo[column.values.findLastIndex((value) => value < from)];
  if (last === undefined) return none(column.codes.length);
  return before === undefined ? last : without(last, before);
};
