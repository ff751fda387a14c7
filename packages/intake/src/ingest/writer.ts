import {
  type ClinicalContent,
  type RecordKey,
  type Session,
  type Upsert,
  upsertInto,
} from '@nodp/database';
import type { Coded, Kind, PartialDate, Quantity, RecordOf } from '@nodp/record';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { RecordWriter, Resolved, WrittenRecord } from './pool.ts';
import { mayBeStale } from './stale.ts';

/** How one kind of record becomes a row of one table. */
export interface Mapping {
  readonly kind: Kind;
  write(
    session: Session,
    submissionId: string,
    records: readonly Resolved[],
  ): Promise<WrittenRecord[]>;
  withdraw: Upsert<PgTable>['withdraw'];
}

/** Maps a kind of record to the rows of a table. */
export const mapping = <K extends Kind, T extends PgTable>(
  kind: K,
  table: T,
  content: (record: RecordOf<K>) => ClinicalContent<T>,
): Mapping => {
  const upsert = upsertInto(table);
  return {
    kind,
    write: async (session, submissionId, records) => {
      const written = await upsert.write(
        session,
        submissionId,
        records.map(({ record, patientId }) => ({
          patientId,
          sourceType: record.source.type,
          sourceId: record.source.id,
          content: content(record as RecordOf<K>),
          createOnly: record.createOnly ?? false,
        })),
      );
      return written.map((row) => ({ kind, ...row }));
    },
    withdraw: upsert.withdraw,
  };
};

/** A subgraph's writer: one statement for each of its tables that has something to write. */
export const writerOf = (mappings: readonly Mapping[]): RecordWriter => ({
  kinds: mappings.map((m) => m.kind),
  write: async (session, submissionId, records) => {
    const written: WrittenRecord[] = [];
    for (const { kind, write } of mappings) {
      const own = records.filter(({ record }) => record.kind === kind);
      if (own.length > 0) written.push(...(await write(session, submissionId, own)));
    }
    return written;
  },
  withdraw: async (session, sent, written) => {
    const gone: RecordKey[] = [];
    for (const { kind, withdraw } of mappings) {
      const records = sent.filter((record) => mayBeStale(record, kind));
      const stay = written.filter((row) => row.kind === kind);
      if (records.length > 0) gone.push(...(await withdraw(session, records, stay)));
    }
    return gone;
  },
});

type DateColumns<Name extends string> = Record<`${Name}On`, string | null> &
  Record<`${Name}Precision`, PartialDate['precision'] | null>;

/** `startedOn`, `startedPrecision`. */
export const dateColumns = <Name extends string>(name: Name, date: PartialDate | null) =>
  ({
    [`${name}On`]: date?.date ?? null,
    [`${name}Precision`]: date?.precision ?? null,
  }) as DateColumns<Name>;

type CodedColumns<Name extends string> = Record<
  `${Name}System` | `${Name}Code` | `${Name}Display`,
  string | null
>;

/** `bodySiteSystem`, `bodySiteCode`, `bodySiteDisplay`. */
export const codedColumns = <Name extends string>(name: Name, coded: Coded | null) =>
  ({
    [`${name}System`]: coded?.system ?? null,
    [`${name}Code`]: coded?.code ?? null,
    [`${name}Display`]: coded?.display ?? null,
  }) as CodedColumns<Name>;

/** `system`, `code`, `display`. */
export const plainColumns = (coded: Coded) => ({
  system: coded.system,
  code: coded.code,
  display: coded.display,
});

/** `value`, `comparator`, `unit`. */
export const amountColumns = (quantity: Quantity | null) => ({
  value: quantity?.value ?? null,
  comparator: quantity?.comparator ?? null,
  unit: quantity?.unit ?? null,
});
