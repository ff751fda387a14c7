/**
 * A part of a record by which two records are compared. The levels stand from the one that speaks most for one person to the one
 * that speaks most against it.
 */
export interface Field<Subject> {
  readonly name: string;
  readonly levels: readonly string[];
  /** The level's index; null where either record does not say it, which speaks neither for nor against. */
  compare(left: Subject, right: Subject): number | null;
  /**
   * Where what agrees may be rare or common (names): the value that agrees at a level, whose frequency then counts instead of the average.
   */
  term?(left: Subject, right: Subject, level: number): string | null;
}

/** What a field's levels say. Probabilities of each level, among pairs that are one person (m) and that are not (u). */
export interface FieldWeights {
  readonly m: readonly number[];
  readonly u: readonly number[];
}

/** The parameters of Fellegi and Sunter (1969). */
export interface Model {
  /** The share of pairs compared that are one person. */
  readonly prior: number;
  readonly fields: Readonly<Record<string, FieldWeights>>;
}

/** The levels at which a pair stands, one a field; null where it is not compared. */
export type Pattern = readonly (number | null)[];

/** @returns a pattern, in the order of the fields */
export const patternOf = <Subject>(
  fields: readonly Field<Subject>[],
  left: Subject,
  right: Subject,
): Pattern => fields.map((field) => field.compare(left, right));
