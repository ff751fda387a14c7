import type { Resource } from '@medplum/fhirtypes';
import type { SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Kind } from '../kind.ts';

type Type = Resource['resourceType'];

/** A resource of FHIR R4 as it is written. */
export interface WrittenResource {
  readonly resourceType: string;
  readonly [element: string]: unknown;
}

export type WrittenReference = Readonly<Record<string, unknown>>;

/** What a row is written with: how it is called, whose it is, and where its references lead. */
export interface Written {
  /** `id`, and `identifier` where the sender names the record by one; first in every resource. */
  readonly common: { readonly id: string; readonly identifier?: readonly object[] };
  readonly subject: WrittenReference;
  /** To another record of the same sender, by the sender's key; undefined where there is none. */
  refer(type: Type, key: string | null): WrittenReference | undefined;
  /** Rows of a kind that the resource carries in itself: stages that a Condition said. In the order of their keys. */
  carried(kind: Kind): readonly Readonly<Record<string, unknown>>[];
}

type Column = PgColumn | SQL;

/** Search parameters of a type, as FHIR R4 names them. */
export interface SearchNames {
  readonly code?: string;
  readonly date?: string;
  readonly status?: string;
}

/** By what rows are searched: the columns, or what is always said of them. */
export interface SearchedBy {
  readonly code?: readonly { readonly system: Column; readonly code: Column }[];
  /** When it was: a day as precise as it is known, or an instant. */
  readonly date?:
    | { readonly on: PgColumn; readonly precision: PgColumn }
    | { readonly at: PgColumn };
  readonly status?: Column;
}

/** Writes rows of one kind as resources of FHIR R4: what a sender's record says, given back to it. */
export interface FhirWriter {
  readonly table: PgTable;
  /** The types that rows are given as: the one that a row was read from (`source_type`). */
  readonly types: readonly Type[];
  readonly search: SearchedBy;
  /** How each of the types is searched, where the gateway does not know it for several kinds: of a type that is this kind's alone. */
  readonly names?: SearchNames;
  /** The element that names the patient; `subject` where left out. */
  readonly patientElement?: 'patient';
  /** Kinds whose rows were read from the same resources, and are written with them. */
  readonly carries?: readonly Kind[];
  write(row: Readonly<Record<string, unknown>>, written: Written): WrittenResource;
}

/** A writer whose rows have the types of their table. */
export const fhirWriter = <T extends PgTable>(
  table: T,
  writer: Omit<FhirWriter, 'table' | 'write'> & {
    write(row: T['$inferSelect'], written: Written): WrittenResource;
  },
): FhirWriter => ({
  ...writer,
  table,
  write: (row, written) => writer.write(row as never, written),
});
