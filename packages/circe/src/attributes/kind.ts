import type { GenericSchema } from 'valibot';

/** What an attribute's condition is asked of, and where the expression says it. */
export interface Asked {
  /** The SQL expression it is asked of. */
  readonly of: string;
  /** The table of codesets. */
  readonly codesets: string;
  /** Whether a list of concepts is of those left out. */
  readonly except: boolean;
  /** Place in the expression, for what is refused. */
  readonly at: string;
}

/** Names for what a printed value refers to. */
export interface Names {
  readonly codeset: (id: number | undefined, otherwise: string) => string;
}

/** What is amiss with a value, for the checker. */
export type Amiss = 'empty' | 'empty-start' | 'empty-end' | 'reversed' | 'invalid-date';

/** A kind of attribute that criteria share: its form, its condition, its words, and what may be amiss. */
export interface AttributeKind<Value> {
  readonly schema: GenericSchema<unknown, Value>;
  /** The condition in SQL; null where the value asks nothing. */
  readonly where: (value: Value, asked: Asked) => string | null;
  /** As circe's print-friendly text has it. */
  readonly says: (value: Value, names: Names) => string;
  readonly amiss: (value: Value) => Amiss | null;
}
