import type { Label } from '@nodp/terminology';
import type { GenericSchema } from 'valibot';
import type { Report } from '../problem.ts';
import type { Tree } from '../tree.ts';
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
  /**
   * Of a criterion that may not be known of a case: what says that it is so and what says that it is not, put together from other
   * values, so that a case of which neither is known satisfies neither it nor its opposite. Null, or without this, `where` says
   * it and `not` is the complement.
   */
  readonly apart?: (value: Value) => Apart<Value> | null;
}

/** What says that a criterion is met, and what says that it is not. */
export interface Apart<Value> {
  readonly yes: Tree<Asks<Value>>;
  readonly no: Tree<Asks<Value>>;
}

/** A value at a leaf of a tree. */
export interface Asks<Value> {
  readonly asks: Value;
}

/** The value that a form is of. */
export type ValueOf<Form> = Form extends CriterionForm<infer Value> ? Value : never;
