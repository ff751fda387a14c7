import type { DuckDBConnection } from '@duckdb/node-api';
import type { Label } from '@nodp/terminology';
import type { LeavingTable } from '../../export/leaving.ts';

/** Rows that leave, protected and marked: a table `sent_<name>` of DuckDB for each, with these columns. */
export interface Leaving {
  readonly connection: DuckDBConnection;
  readonly tables: readonly {
    readonly name: LeavingTable;
    /** `person_key` first. */
    readonly columns: readonly string[];
  }[];
  readonly signal?: AbortSignal;
}

/** A form in which rows leave. */
export interface Format {
  readonly label: Label;
  /** Writes its files into an empty folder. */
  write(leaving: Leaving, folder: string): Promise<void>;
}
