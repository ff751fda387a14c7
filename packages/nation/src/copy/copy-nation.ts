import { type IdentityCipher, identityCipher } from '@nodp/database';
import { institution as institutionTable, payload, submission } from '@nodp/database/tables';
import type { BulkStorage } from '@nodp/record';
import { getTableUniqueName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type postgres from 'postgres';
import type { Nation } from '../nation.ts';
import { indexOf, leastId } from '../records/ids.ts';
import { analyzeTables } from './analyze.ts';
import { connectTo, copyAll } from './connection.ts';
import { putInto } from './encode.ts';
import { setIndexesAside } from './indexes-aside.ts';
import { Lines } from './lines.ts';
import { setListsAside } from './lists-aside.ts';
import { type Makers, makersOf } from './makers.ts';
import { tablesOf } from './tables.ts';
import { completionKey, Tally, writeCompletion } from './tally.ts';

export interface CopyProgress {
  /** Patients stored until now, those of an earlier attempt among them. */
  readonly patients: number;
  readonly of: number;
  /** Rows written by this attempt. */
  readonly rows: number;
}

export interface CopyOptions {
  /** 32 bytes: seals what names the patients. */
  readonly identityKey: Uint8Array;
  /** What the records are stored by. */
  readonly storage: BulkStorage;
  readonly onProgress?: (progress: CopyProgress) => void;
  /** After the last patient, when the tables were empty: indexes made until now. */
  readonly onIndex?: (made: number, of: number) => void;
  /** Patients made and sent at a time. */
  readonly batch?: number;
  readonly signal?: AbortSignal;
}

export interface CopyResult {
  readonly patients: number;
  /** Patients that an earlier attempt, or a smaller nation of the same seed, had stored. */
  readonly found: number;
  readonly rows: number;
  readonly seconds: number;
}

const namesOf = (tables: readonly PgTable[]): string[] => tables.map(getTableUniqueName);

/** How many patients of the nation are stored: batches are stored whole and in order. */
const storedPatients = async (
  sql: postgres.Sql,
  nation: Nation,
  { registry }: BulkStorage,
): Promise<number> => {
  const [last] = await sql<{ patient_id: string }[]>`
    select patient_id from ${sql(getTableUniqueName(registry.patients))}
    where patient_id >= ${leastId(0)} and patient_id < ${leastId(1_000_000_000)}
    order by patient_id desc limit 1`;
  if (last === undefined) return 0;
  const index = indexOf(last.patient_id);
  if (nation.patient(index).patientId !== last.patient_id) {
    throw new Error(
      `Another demonstration nation is stored here, not that of seed ${nation.seed} as of ${nation.reference}. Remove the data, or ask for the nation that is there.`,
    );
  }
  return index + 1;
};

const isComplete = async (sql: postgres.Sql, nation: Nation): Promise<boolean> =>
  (
    await sql`select 1 from ${sql(getTableUniqueName(payload))}
    where sha256 = ${completionKey(nation)}`
  ).length > 0;

const institutionLines = async (sql: postgres.TransactionSql, nation: Nation): Promise<Lines> => {
  const known = new Set(
    (
      await sql<{ code: string }[]>`select code from ${sql(getTableUniqueName(institutionTable))}`
    ).map((r) => r.code),
  );
  const lines = new Lines();
  const put = putInto(lines);
  for (const { id, code, nameEn, nameZh, tier, regionCode } of nation.institutions) {
    if (!known.has(code)) put(institutionTable, { id, code, nameEn, nameZh, tier, regionCode });
  }
  return lines;
};

/** The submissions of every patient, and the note that the nation is whole. */
const closingLines = async (
  makers: Makers,
  nation: Nation,
  cipher: IdentityCipher,
): Promise<Lines> => {
  const tally = new Tally();
  await makers.tallyInto(tally);
  const lines = new Lines();
  const put = putInto(lines);
  tally.write(put, nation, cipher);
  writeCompletion(put, nation, cipher);
  return lines;
};

interface Load {
  readonly nation: Nation;
  readonly storage: BulkStorage;
  readonly makers: Makers;
  readonly cipher: IdentityCipher;
  readonly batch: number;
  /** Told after each batch; throws when the load is to end. */
  readonly stored: (patients: number, rows: number) => void;
  readonly onIndex: (made: number, of: number) => void;
}

/**
 * The whole nation into empty tables: one transaction, without indexes until the end, past the write-ahead
 * log where the server lets it (wal_level minimal). Killed, it leaves nothing.
 * @returns rows written, or null, having done nothing, when patients are there already
 */
const fillEmpty = (sql: postgres.Sql, load: Load): Promise<number | null> =>
  sql.begin(async (transaction) => {
    const tableNames = namesOf(tablesOf(load.storage));
    // No session may write between the check that a table is empty and its TRUNCATE.
    await transaction.unsafe(`lock table ${tableNames.join(', ')} in access exclusive mode`);
    const empty = new Set<string>();
    for (const name of tableNames) {
      const [row] = await transaction.unsafe(`select exists (select 1 from ${name}) as filled`);
      if (row?.filled === false) empty.add(name);
    }
    if (!empty.has(getTableUniqueName(load.storage.registry.patients))) return null;
    empty.delete(getTableUniqueName(institutionTable));
    // A loader that was killed is noticed while an index is being made; locks are let go at once.
    await transaction.unsafe(`set local client_connection_check_interval = '2s';
      set local maintenance_work_mem = '512MB';
      truncate ${[...empty].join(', ')}`);
    const makeIndexes = await setIndexesAside(transaction, [...empty]);
    const fillLists = await setListsAside(transaction, load.storage.registry.lists);

    const { nation, makers, cipher, batch, stored, onIndex } = load;
    const first = await institutionLines(transaction, nation);
    await copyAll(transaction, first.filled());
    let rows = first.rows;
    for await (const { to, rows: made, filled } of makers.batches(0, nation.patients, batch)) {
      await copyAll(transaction, filled, empty);
      rows += made;
      stored(to, rows);
    }
    const last = await closingLines(makers, nation, cipher);
    await copyAll(transaction, last.filled(), empty);
    await makers.close();
    await makeIndexes(onIndex);
    // The lists are made of these by joins, which are planned by their statistics.
    for (const name of namesOf(load.storage.registry.tables))
      await transaction.unsafe(`analyze ${name}`);
    await fillLists();
    return rows + last.rows;
  });

/**
 * Adds to what is there, batch by batch, each whole or not at all and in order, so that a load that was
 * killed is taken up where it stopped.
 */
const addTo = async (sql: postgres.Sql, found: number, load: Load): Promise<number> => {
  const { nation, makers, cipher, batch, stored } = load;
  // Batches may be lost by a crash, the last first; what they are followed by is not.
  await sql.unsafe('set synchronous_commit = off');
  let rows = await sql.begin(async (transaction) => {
    const lines = await institutionLines(transaction, nation);
    await copyAll(transaction, lines.filled());
    return lines.rows;
  });
  await makers.count(0, found);
  for await (const { to, rows: made, filled } of makers.batches(found, nation.patients, batch)) {
    await sql.begin((transaction) => copyAll(transaction, filled));
    rows += made;
    stored(to, rows);
  }
  const lines = await closingLines(makers, nation, cipher);
  await sql.unsafe('set synchronous_commit = on');
  await sql.begin(async (transaction) => {
    // Submissions are renewed as a whole: a smaller nation's counts do not stay.
    const [contents, sent] = namesOf([payload, submission]);
    await transaction.unsafe(`
      delete from ${contents} p using ${sent} s where s.account_id = 'nation' and p.sha256 = s.sha256;
      delete from ${sent} where account_id = 'nation'`);
    await copyAll(transaction, lines.filled());
  });
  return rows + lines.rows;
};

/**
 * Stores the nation by COPY, as the role that owns the tables. Empty tables are filled in one transaction, a
 * load that was killed leaving nothing; otherwise the nation is added to what is there batch by batch, and a
 * load that was killed is taken up where it stopped. A nation that is there is left as it is; one of the same
 * seed that is smaller is added to.
 * @param ownerUrl of the role that owns the tables
 */
export const copyNation = async (
  ownerUrl: string,
  nation: Nation,
  { identityKey, storage, onProgress, onIndex = () => {}, batch = 1000, signal }: CopyOptions,
): Promise<CopyResult> => {
  const started = performance.now();
  const sql = connectTo(ownerUrl);
  const seconds = () => (performance.now() - started) / 1000;
  let makers: Makers | undefined;
  try {
    if (await isComplete(sql, nation)) {
      return { patients: nation.patients, found: nation.patients, rows: 0, seconds: seconds() };
    }
    const found = Math.min(nation.patients, await storedPatients(sql, nation, storage));
    makers = makersOf(nation, storage, identityKey, nation.patients - found);
    const load: Load = {
      nation,
      storage,
      makers,
      cipher: identityCipher({ identityKey }),
      batch,
      stored: (patients, rows) => {
        onProgress?.({ patients, of: nation.patients, rows });
        signal?.throwIfAborted();
      },
      onIndex,
    };
    signal?.throwIfAborted();
    const filled = found === 0 ? await fillEmpty(sql, load) : null;
    const rows = filled ?? (await addTo(sql, found, load));
    await analyzeTables(
      ownerUrl,
      namesOf([...tablesOf(storage), ...storage.registry.lists.tables]),
    );
    // Counts read the index alone only where vacuum has seen the rows.
    for (const name of namesOf(storage.registry.lists.tables)) await sql.unsafe(`vacuum ${name}`);
    return { patients: nation.patients, found, rows, seconds: seconds() };
  } finally {
    await makers?.close();
    await sql.end();
  }
};
