import { hash, randomBytes, randomInt } from 'node:crypto';
import { getTableColumns } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import type { Session } from './session.ts';
import type { Statement } from './statement.ts';

/** What became of a row sent: `unchanged` when the same content was there. */
export type RowOutcome = 'created' | 'updated' | 'unchanged';

/** The columns a writer fills in; the rest of a clinical row comes from where it was sent. */
export type ClinicalContent<T extends PgTable> = Omit<
  T['$inferInsert'],
  | 'patientId'
  | 'id'
  | 'institutionId'
  | 'sourceType'
  | 'sourceId'
  | 'contentHash'
  | 'submissionId'
  | 'recordedAt'
>;

/** A row before it is written: whose, the sender's key, what it says. */
export interface ClinicalRow<T extends PgTable> {
  readonly patientId: string;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly content: ClinicalContent<T>;
  /** Leaves a row that is there as it is (FHIR's conditional create). */
  readonly createOnly?: boolean;
}

export interface Written extends RecordKey {
  readonly outcome: RowOutcome;
}

/** Writes many rows of one table in one statement. */
export interface Upsert<T extends PgTable> {
  /** @returns what became of each row, in the order given */
  write(
    session: Session,
    submissionId: string,
    rows: readonly ClinicalRow<T>[],
  ): Promise<Written[]>;
  /**
   * Takes away the institution's rows of these keys.
   * @returns the keys of the rows that went
   */
  withdraw(session: Session, rows: readonly RecordKey[]): Promise<readonly RecordKey[]>;
  /**
   * Moves the institution's rows of one patient to another, for two records that turned out to be one person's. A row
   * whose key the other patient has too stays as it is there; every row that went keeps its former version.
   */
  move(session: Session, from: string, to: string): Promise<void>;
}

export interface RecordKey {
  readonly patientId: string;
  readonly sourceType: string;
  readonly sourceId: string;
}

interface Returned {
  readonly patientId: string;
  readonly sourceType: string;
  readonly sourceId: string;
  readonly created: boolean;
}

const quote = (name: string): string => `"${name}"`;

const textOf = (table: PgTable) => {
  const { schema, name } = getTableConfig(table);
  const full = `${quote(schema ?? 'public')}.${quote(name)}`;
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => key !== 'recordedAt');
  // One and the same of every row of a statement.
  const common: Readonly<Record<string, string>> = {
    institutionId: '$2::uuid',
    submissionId: '$3::uuid',
  };
  const everything = Object.values(getTableColumns(table))
    .map((column) => quote(column.name))
    .join(', ');
  const names = columns.map(([, column]) => quote(column.name)).join(', ');
  const values = columns.map(([key]) => common[key] ?? `r.${quote(key)}`).join(', ');
  const types = columns
    .filter(([key]) => common[key] === undefined)
    .map(([key, column]) => `${quote(key)} ${column.getSQLType()}`)
    .join(', ');
  const retained = new Set(['patient_id', 'id', 'institution_id', 'source_type', 'source_id']);
  const changed = columns
    .filter(([, column]) => !retained.has(column.name))
    .map(([, { name: c }]) => `${quote(c)} = excluded.${quote(c)}`)
    .join(', ');
  // Rows are locked in one order everywhere, so that overlapping submissions do not deadlock. Of json, since jsonb is made of the
  // text first: of a result 19 us of the server's time became 8.
  const insert = `insert into ${full} as t (${names})
    select ${values} from json_to_recordset($1::text::json) as r(${types})
    order by r."patientId", r."sourceType", r."sourceId"`;
  const returning = 'returning t.patient_id, t.source_type, t.source_id, (t.xmax = 0) as created';
  return {
    upsert: `${insert}
    on conflict (patient_id, institution_id, source_type, source_id) do update
    set ${changed}, recorded_at = now()
    where t.content_hash is distinct from excluded.content_hash ${returning}`,
    insert: `${insert}
    on conflict (patient_id, institution_id, source_type, source_id) do nothing ${returning}`,
    // Each key is looked up by itself (offset 0), because a plan made while the table was empty would go through all rows
    // of the institution.
    withdraw: `delete from ${full} as t
    using unnest($1::uuid[], $2::text[], $3::text[]) as r(patient_id, source_type, source_id)
    cross join lateral (
      select s.patient_id, s.id from ${full} as s
      where s.patient_id = r.patient_id and s.source_type = r.source_type and s.source_id = r.source_id
        and s.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)
      offset 0) as found
    where t.patient_id = found.patient_id and t.id = found.id
    returning t.patient_id, t.source_type, t.source_id`,
    // Taken away and put in again: a patient's rows may lie on another node than the other patient's.
    move: `with gone as (delete from ${full} as t where t.patient_id = $1::uuid
      and t.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) returning t.*)
    insert into ${full} (${everything}) select ${everything.replace('"patient_id"', '$2::uuid')} from gone
    on conflict do nothing`,
  };
};

const jsonStatement = <Row>(text: string): Statement<Row> => ({
  text,
  bind: ({ json, institution, submission }) => [json, institution, submission],
});

/** Arrays of a column each, for `unnest`. */
const columnsOf = (keys: readonly RecordKey[]): string[][] => [
  keys.map((key) => key.patientId),
  keys.map((key) => key.sourceType),
  keys.map((key) => key.sourceId),
];

const keyOf = (row: RecordKey): string => `${row.patientId} ${row.sourceType} ${row.sourceId}`;

/** UUIDs of version 7 in rising order, of random bytes that were made at once. @param many at most */
const idsOf = (many: number): (() => string) => {
  const bytes = randomBytes(16 * many);
  const msecs = Date.now();
  let seq = randomInt(2 ** 30);
  let at = 0;
  return () => {
    const random = bytes.subarray(at, at + 16);
    at += 16;
    return uuidv7({ random, msecs, seq: seq++ });
  };
};

/** The same without what is null: a column that is not named is null. */
const filled = (row: object): object => {
  const some: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) if (value !== null) some[key] = value;
  return some;
};

/** SHA-256 (hex) of what a record says; equal content gives an equal hash. */
export const contentHash = (content: unknown): string => hash('sha256', JSON.stringify(content));

/** Builds the statements of one clinical table once. */
export const upsertInto = <T extends PgTable>(table: T): Upsert<T> => {
  const text = textOf(table);
  const upsert = jsonStatement<Returned>(text.upsert);
  const insert = jsonStatement<Returned>(text.insert);
  const withdraw: Statement<RecordKey> = {
    text: text.withdraw,
    bind: ({ columns }) => columns as unknown[],
  };

  const move: Statement<never> = { text: text.move, bind: ({ from, to }) => [from, to] };

  const writeAll = async (
    session: Session,
    submissionId: string,
    rows: readonly ClinicalRow<T>[],
    statement: Statement<Returned>,
    found: Map<string, RowOutcome>,
  ): Promise<void> => {
    if (rows.length === 0) return;
    const ids = idsOf(rows.length);
    const json = JSON.stringify(
      rows.map((row) =>
        filled({
          ...row.content,
          patientId: row.patientId,
          id: ids(),
          sourceType: row.sourceType,
          sourceId: row.sourceId,
          contentHash: contentHash(row.content),
        }),
      ),
    );
    const of = { institution: session.principal.institutionId, submission: submissionId };
    for (const row of await session.run(statement, { json, ...of })) {
      found.set(keyOf(row), row.created ? 'created' : 'updated');
    }
  };

  return {
    write: async (session, submissionId, rows) => {
      const found = new Map<string, RowOutcome>();
      const conditional = rows.filter((row) => row.createOnly);
      await writeAll(session, submissionId, conditional, insert, found);
      const plain = conditional.length === 0 ? rows : rows.filter((row) => !row.createOnly);
      await writeAll(session, submissionId, plain, upsert, found);
      return rows.map(({ patientId, sourceType, sourceId }) => ({
        patientId,
        sourceType,
        sourceId,
        outcome: found.get(keyOf({ patientId, sourceType, sourceId })) ?? 'unchanged',
      }));
    },
    withdraw: async (session, rows) =>
      rows.length === 0 ? [] : session.run(withdraw, { columns: columnsOf(rows) }),
    move: async (session, from, to) => {
      await session.run(move, { from, to });
    },
  };
};
