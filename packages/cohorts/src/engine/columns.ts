import type { FlagColumn, TextColumn, WholeColumn } from '../criterion/where.ts';
import type { Bits } from './bits.ts';

/** A column of few values: row `i` has `values[codes[i] - 1]`; code 0 is not known. */
export interface Coded<Value extends string | number> {
  readonly values: readonly Value[];
  readonly codes: Uint8Array | Uint16Array;
}

/** What criteria ask of the cases of a release, in memory. */
export interface CriteriaColumns extends Readonly<Record<TextColumn, Coded<string>>> {
  readonly rows: number;
  readonly numbers: Readonly<Record<WholeColumn, Coded<number>>>;
  readonly flags: Readonly<Record<FlagColumn, Bits>>;
}
