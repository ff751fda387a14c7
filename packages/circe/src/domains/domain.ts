import type { Label } from '@nodp/terminology';
import type { Kind } from '../attributes/registry.ts';
import type { CountColumn } from '../schema/window.ts';

/** What else than the event's own row an attribute is asked of. */
export type Needs = 'person' | 'visit' | 'provider' | 'careSite' | 'careSiteRegion';

/** One attribute of a criterion: `Age`, `OccurrenceStartDate`. */
export interface Attribute {
  readonly kind: Kind;
  /** What it is asked of, in SQL: columns of the event's row `C`, the person's `P`, the visit's `V`, the provider's `PR`, the care site's `CS`. */
  readonly of: string;
  readonly name: Label;
  /** In circe's print-friendly text, `%` for the value; null where it is said together with others. */
  readonly says: string | null;
  /** Said together with others: dates with dates, age with gender. */
  readonly role?: 'start' | 'end' | 'age' | 'ageAtEnd' | 'gender' | 'genderSet';
  /** The field that turns a list of concepts into those left out. */
  readonly except?: string;
  readonly needs?: Needs;
  /** Whether the checker asks that a concept set is chosen: elsewhere without one it asks whether there is a value. */
  readonly chosen?: true;
}

/** A domain of the Common Data Model that criteria are of. */
export interface Domain {
  readonly name: Label;
  /** What it is of where no concept set is given, as circe's text has it. */
  readonly any: string;
  readonly table: string;
  readonly alias: string;
  /** Column that tells its events apart. */
  readonly id: string;
  /** Column of the standard concept; null where a domain has none. */
  readonly concept: string | null;
  /** Field and column of the source concept; a null column where the model has none. */
  readonly source: {
    readonly field: string;
    readonly column: string | null;
    readonly any: string;
  } | null;
  /** Days on which an event starts and ends, in SQL over the alias. */
  readonly start: string;
  readonly end: string;
  /** Whether the first of a person can be asked for. */
  readonly first: boolean;
  /** Whether its events belong to a visit. */
  readonly visit: boolean;
  /** What occurrences can be counted distinct by, in SQL over `C`. */
  readonly columns: Partial<Record<CountColumn, string>>;
  readonly attributes: Readonly<Record<string, Attribute>>;
  /** The attribute that says what type of record it is. */
  readonly type: string | null;
}
