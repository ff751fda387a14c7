import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { IdentityCipher } from '@nodp/database';
import postgres from 'postgres';
import type { Nation } from '../nation.ts';
import { indexOf, leastId } from '../records/ids.ts';
import { encodePatient, encodeRow, Lines } from './encode.ts';
import { clinicalTables, registryTables, type Table } from './tables.ts';
import { completionKey, Tally, writeCompletion } from './tally.ts';

export interface CopyProgress {
  /** Patients stored until now, those of an earlier attempt among them. */
  readonly patients: number;
  readonly of: number;
  /** Rows written by this attempt. */
  readonly rows: number;
}

export interface CopyOptions {
  readonly cipher: IdentityCipher;
  readonly onProgress?: (progress: CopyProgress) => void;
  /** Patients in one transaction. */
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

const CHUNK = 1 << 20;

const tables = new Map<string, Table>(
  Object.values(registryTables).map((table) => [table.name, table]),
);
for (const table of Object.values(clinicalTables)) {
  const common =
    'patient_id id institution_id source_type source_id content_hash submission_id recorded_at'
      .split(' ')
      .map((name) => ({ key: name, name, kind: 'plain' as const }));
  tables.set(table.name, { name: table.name, columns: [...common, ...table.columns] });
}

const copyInto = async (
  sql: postgres.TransactionSql,
  name: string,
  lines: readonly string[],
): Promise<void> => {
  const names = (tables.get(name) as Table).columns.map((c) => `"${c.name}"`).join(', ');
  const sink = await sql.unsafe(`copy ${name} (${names}) from stdin`).writable();
  let part: string[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    if (!sink.write(part.join(''))) await once(sink, 'drain');
    part = [];
    size = 0;
  };
  for (const line of lines) {
    part.push(line);
    size += line.length;
    if (size >= CHUNK) await flush();
  }
  if (part.length > 0) await flush();
  sink.end();
  await finished(sink);
};

const send = async (sql: postgres.Sql, lines: Lines, first = ''): Promise<void> => {
  await sql.begin(async (transaction) => {
    if (first !== '') await transaction.unsafe(first);
    for (const [name, text] of lines.byTable) await copyInto(transaction, name, text);
  });
};

/** How many patients of the nation are stored: batches are stored whole and in order. */
const storedPatients = async (sql: postgres.Sql, nation: Nation): Promise<number> => {
  const [last] = await sql<{ patient_id: string }[]>`
    select patient_id from patients.patient
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

const copyInstitutions = async (sql: postgres.Sql, nation: Nation): Promise<void> => {
  const known = new Set(
    (await sql<{ code: string }[]>`select code from basic.institution`).map((r) => r.code),
  );
  const lines = new Lines();
  for (const institution of nation.institutions) {
    if (!known.has(institution.code)) encodeRow(lines, 'institution', { ...institution });
  }
  await send(sql, lines);
};

const isComplete = async (sql: postgres.Sql, nation: Nation): Promise<boolean> =>
  (await sql`select 1 from basic.payload where sha256 = ${completionKey(nation)}`).length > 0;

/** Submissions are renewed as a whole at the end: a smaller nation's counts do not stay. */
const finish = async (sql: postgres.Sql, nation: Nation, tally: Tally): Promise<number> => {
  const lines = new Lines();
  tally.write(lines, nation);
  writeCompletion(lines, nation);
  const former = `delete from basic.payload p using basic.submission s where s.account_id = 'nation' and p.sha256 = s.sha256;
    delete from basic.submission where account_id = 'nation'`;
  await send(sql, lines, former);
  for (const name of tables.keys()) await sql.unsafe(`analyze ${name}`);
  return lines.rows;
};

/**
 * Stores the nation by COPY, as the role that owns the tables: batch by batch, each batch whole or not at
 * all, so that a load that was killed is taken up where it stopped. A nation that is there is left as it is;
 * one of the same seed that is smaller is added to.
 * @param owner address or connection of the owner of the tables
 */
export const copyNation = async (
  owner: string | postgres.Sql,
  nation: Nation,
  { cipher, onProgress, batch = 1000, signal }: CopyOptions,
): Promise<CopyResult> => {
  const started = performance.now();
  const sql = typeof owner === 'string' ? postgres(owner, { max: 1, onnotice: () => {} }) : owner;
  const seconds = () => (performance.now() - started) / 1000;
  try {
    if (await isComplete(sql, nation)) {
      return { patients: nation.patients, found: nation.patients, rows: 0, seconds: seconds() };
    }
    await copyInstitutions(sql, nation);
    const found = Math.min(nation.patients, await storedPatients(sql, nation));
    const tally = new Tally();
    for (const history of nation.range(0, found)) tally.add(history);

    let rows = 0;
    let pending: Promise<void> = Promise.resolve();
    for (let from = found; from < nation.patients; from += batch) {
      signal?.throwIfAborted();
      const to = Math.min(nation.patients, from + batch);
      const lines = new Lines();
      for (const history of nation.range(from, to)) {
        tally.add(history);
        encodePatient(lines, history, cipher);
      }
      // The database stores one batch while the next is made.
      await pending;
      pending = send(sql, lines).then(() => {
        rows += lines.rows;
        onProgress?.({ patients: to, of: nation.patients, rows });
      });
      pending.catch(() => {});
    }
    await pending;
    rows += await finish(sql, nation, tally);
    return { patients: nation.patients, found, rows, seconds: seconds() };
  } finally {
    if (typeof owner === 'string') await sql.end();
  }
};
