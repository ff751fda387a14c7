/**
 * What a clinical rule answers: a value with the reasons for it, or no value with the reasons why not.
 * Reasons are codes, so that each reader sees them in words of the own language.
 */
export interface Explained<Value, Reason extends string, Missing extends string> {
  /** Null where the rule gives none. */
  readonly value: Value | null;
  /** What decided, in the order in which it was asked. */
  readonly why: readonly Reason[];
  /** What was not known and would have been used. */
  readonly missing: readonly Missing[];
}
