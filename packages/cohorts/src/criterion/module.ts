import type { Label } from '@nodp/terminology';
import type { GenericSchema } from 'valibot';
import type { Report } from '../problem.ts';
import type { Where } from './where.ts';

/**
 * The shape of a criterion's value, which is the same in an address, in the graph's input and in the engine.
 * The web application imports it: no list of codes hangs on it.
 */
export interface CriterionForm<Value> {
  /** What it asks about, as the menu of criteria calls it. */
  readonly name: Label;
  /** What the name alone does not say. */
  readonly detail: Label | null;
  /** Whether its codes are known is the linter's matter. */
  readonly schema: GenericSchema<unknown, Value>;
  /** A value that asks nothing yet. */
  readonly blank: Value;
  /** Whether a value asks anything. */
  readonly asks: (value: Value) => boolean;
  /** The one form of all values that ask the same. */
  readonly canonical: (value: Value) => Value;
  /** The value in an address: without `~`, which parts criteria. */
  readonly write: (value: Value) => string;
  /** The value an address says; what cannot be read is passed over, null where nothing can be. */
  readonly read: (text: string) => Value | null;
}

/** What a criterion's value says: whether it makes sense, in words, and of a release. */
export interface CriterionMeaning<Value> {
  readonly lint: (value: Value, report: Report) => void;
  readonly print: (value: Value) => Label;
  readonly where: (value: Value) => Where;
}

/** The value that a form is of. */
export type ValueOf<Form> = Form extends CriterionForm<infer Value> ? Value : never;
