import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { MULTIPLE_PRIMARY, RULES_OF_CASES } from '@nodp/oncology';
import { SINGLE_DISEASE_VERSION } from '@nodp/oncology/single-disease';
import { type Column, DISEASE_TABLES, literal, TABLES } from '@nodp/warehouse';
import type { ExportReport } from '../export/report.ts';
import type { ReleaseDates } from './derive.ts';
import { findings } from './derive-cases.ts';
import { checksumOf, type ReleasedTable, tableOf } from './released-table.ts';
import { vocabularyVersion } from './vocabulary.ts';

/** Every table of a release, the single-disease data sets last. */
const RELEASED = [...TABLES, ...DISEASE_TABLES];

export interface Finding {
  readonly finding: string;
  readonly cases: number;
}

/** What `manifest.json` says of a release, beside its files. */
export interface Manifest {
  readonly number: number;
  readonly builtAt: string;
  readonly vocabulary: string;
  readonly persons: number;
  readonly cases: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly tables: readonly ReleasedTable[];
  /** SHA-256 over the files' names and checksums. */
  readonly checksum: string;
  /** The last day to which follow-up is complete: survival is censored on it. */
  readonly closing: string;
  /** The rules that decided what a case is, and the version of those of single-disease elements. */
  readonly rules: {
    readonly MULTIPLE_PRIMARY: string;
    readonly singleDisease: number;
    readonly versions: typeof RULES_OF_CASES;
  };
  /** What was found wrong, or is in no count, with how many cases it is about. */
  readonly findings: readonly Finding[];
  /** How the part that may leave was made, and what is in it. */
  readonly export: ExportReport;
  readonly dictionary: readonly {
    readonly table: string;
    readonly description: { readonly en: string; readonly zh: string };
    readonly columns: readonly Column[];
  }[];
}

const findingsOf = async (connection: DuckDBConnection): Promise<Finding[]> => {
  const read = await connection.runAndReadAll(
    `select finding, count(*)::integer from (${findings}) group by 1 order by 1`,
  );
  return read.getRows().map(([finding, cases]) => ({
    finding: String(finding),
    cases: Number(cases),
  }));
};

export const describeRelease = async (
  connection: DuckDBConnection,
  folder: string,
  number: number,
  { closing }: ReleaseDates,
  exported: ExportReport,
): Promise<Manifest> => {
  const tables: ReleasedTable[] = [];
  for (const { name } of RELEASED) tables.push(await tableOf(connection, folder, name));
  const years = await connection.runAndReadAll(
    `select min(diagnosis_year), max(diagnosis_year) from read_parquet(${literal(join(folder, 'cases.parquet'))})`,
  );
  const [first, last] = years.getRows()[0] ?? [];
  const rowsOf = (name: string) => tables.find((t) => t.name === name)?.rows ?? 0;
  return {
    number,
    builtAt: new Date().toISOString(),
    vocabulary: vocabularyVersion(),
    persons: rowsOf('persons'),
    cases: rowsOf('cases'),
    firstYear: typeof first === 'number' ? first : null,
    lastYear: typeof last === 'number' ? last : null,
    tables,
    checksum: checksumOf(tables),
    closing,
    rules: { MULTIPLE_PRIMARY, singleDisease: SINGLE_DISEASE_VERSION, versions: RULES_OF_CASES },
    findings: await findingsOf(connection),
    export: exported,
    dictionary: RELEASED.map(({ name, description, columns }) => ({
      table: name,
      description,
      columns,
    })),
  };
};
