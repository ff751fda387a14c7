import type { PartialDate, Precision } from '@nodp/oncology';

export type { PartialDate, Precision };

/** A code as it was sent; `display` holds the sender's words where there is no code. */
export interface Coded {
  readonly system: string | null;
  readonly code: string | null;
  readonly display: string | null;
}

export type Comparator = '<' | '<=' | '>=' | '>';

/** An amount as sent, with its UCUM unit, and in the analyte's usual unit where it converts. */
export interface Quantity {
  readonly value: number;
  /** The number as it was written where a number would lose it: `1.10`, `2.00`, `1,000`. */
  readonly digits?: string | null;
  readonly comparator: Comparator | null;
  readonly unit: string | null;
  readonly normal: { readonly value: number; readonly unit: string } | null;
}

/** Where a record was read. */
export interface Source {
  /** FHIR resource type, HL7 segment or file kind. */
  readonly type: string;
  /** The sender's own key within the type; parts of one record carry `#` and the part. */
  readonly id: string;
  /** Its place in the submission, e.g. `Bundle.entry[3].resource`. */
  readonly entry: string;
}
