import { type ClinicalContent, contentHash, upsertInto } from '@nodp/database';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Kind, RecordOf } from './kind.ts';
import type { Coded, PartialDate, Quantity } from './values.ts';
import type { KindWriter } from './writing.ts';

/** A record as it is to be stored without intake: by COPY. */
export interface Stored<K extends Kind> {
  readonly record: RecordOf<K>;
  readonly id: string;
  readonly patientId: string;
  readonly institutionId: string;
  readonly submissionId: string;
  readonly recordedAt: string;
}

/** How a kind of record becomes a row of one table, by intake and by COPY alike. */
export interface Mapping<K extends Kind> {
  readonly table: PgTable;
  readonly writer: KindWriter<RecordOf<K>>;
  /** The whole row, by the table's column keys. */
  row(stored: Stored<K>): Readonly<Record<string, unknown>>;
}

/**
 * Maps a kind of record to the rows of a table.
 * @param content the columns that the record fills in: a table's column left out does not compile
 */
export const mapping = <K extends Kind, T extends PgTable>(
  kind: K,
  table: T,
  content: (record: RecordOf<K>) => Required<ClinicalContent<T>>,
): Mapping<K> => {
  const upsert = upsertInto(table);
  return {
    table,
    writer: {
      write: async ({ session, submissionId }, records) => {
        const rows = records.map(({ record, patientId }) => ({
          patientId,
          sourceType: record.source.type,
          sourceId: record.source.id,
          content: content(record),
          createOnly: record.createOnly ?? false,
        }));
        const written = await upsert.write(session, submissionId, rows);
        return written.map((row) => ({ kind, ...row }));
      },
      withdraw: upsert.withdraw,
      move: upsert.move,
    },
    row: ({ record, id, patientId, institutionId, submissionId, recordedAt }) => {
      // Made for this row alone, so that the rest is added to it instead of to a copy.
      const row = content(record) as Record<string, unknown>;
      const hash = contentHash(row);
      row.patientId = patientId;
      row.id = id;
      row.institutionId = institutionId;
      row.sourceType = record.source.type;
      row.sourceId = record.source.id;
      row.contentHash = hash;
      row.submissionId = submissionId;
      row.recordedAt = recordedAt;
      return row;
    },
  };
};

type DateColumns<Name extends string> = Record<`${Name}On`, string | null> &
  Record<`${Name}Precision`, PartialDate['precision'] | null>;

/** Keys of columns that begin with a name, put together once a name: a bulk load asks for millions. */
const keysOf = <const E extends readonly string[]>(...endings: E) => {
  const known = new Map<string, { readonly [I in keyof E]: string }>();
  return (name: string): { readonly [I in keyof E]: string } => {
    let keys = known.get(name);
    if (keys === undefined) {
      keys = endings.map((ending) => name + ending) as never;
      known.set(name, keys);
    }
    return keys;
  };
};

const dateKeys = keysOf('On', 'Precision');

/** `startedOn`, `startedPrecision`. */
export const dateColumns = <Name extends string>(name: Name, date: PartialDate | null) => {
  const [on, precision] = dateKeys(name);
  return {
    [on]: date?.date ?? null,
    [precision]: date?.precision ?? null,
  } as DateColumns<Name>;
};

type CodedColumns<Name extends string> = Record<
  `${Name}System` | `${Name}Code` | `${Name}Display`,
  string | null
>;

const codedKeys = keysOf('System', 'Code', 'Display');

/** `bodySiteSystem`, `bodySiteCode`, `bodySiteDisplay`. */
export const codedColumns = <Name extends string>(name: Name, coded: Coded | null) => {
  const [system, code, display] = codedKeys(name);
  return {
    [system]: coded?.system ?? null,
    [code]: coded?.code ?? null,
    [display]: coded?.display ?? null,
  } as CodedColumns<Name>;
};

/** `system`, `code`, `display`. */
export const plainColumns = (coded: Coded) => ({
  system: coded.system,
  code: coded.code,
  display: coded.display,
});

/** `value`, `digits`, `comparator`, `unit`. */
export const amountColumns = (quantity: Quantity | null) => ({
  value: quantity?.value ?? null,
  // Left out where the number says it: what was stored before has the hash it had.
  digits: quantity?.digits ?? undefined,
  comparator: quantity?.comparator ?? null,
  unit: quantity?.unit ?? null,
});
