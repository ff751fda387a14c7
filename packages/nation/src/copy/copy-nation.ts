import { connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { IdentityCipher } from '@nodp/database';
import postgres from 'postgres';
import type { Nation } from '../nation.ts';
import { indexOf, leastId } from '../records/ids.ts';
import { encodePatient, encodeRow, Lines } from './encode.ts';
import { storedTables, type Table } from './tables.ts';
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

/** Bytes of one message of COPY. */
const MESSAGE = 1 << 20;

const tables = new Map<string, Table>(storedTables.map((table) => [table.name, table]));

/** Chunks joined to messages of about a megabyte. */
function* messages(chunks: readonly Buffer[]): Iterable<Buffer> {
  let from = 0;
  let size = 0;
  for (const [i, chunk] of chunks.entries()) {
    size += chunk.length;
    if (size < MESSAGE && i < chunks.length - 1) continue;
    yield Buffer.concat(chunks.slice(from, i + 1), size);
    from = i + 1;
    size = 0;
  }
}

const copyInto = async (
  sql: postgres.TransactionSql,
  name: string,
  chunks: readonly Buffer[],
): Promise<void> => {
  const names = (tables.get(name) as Table).columns.map((c) => `"${c.name}"`).join(', ');
  const sink = await sql.unsafe(`copy ${name} (${names}) from stdin`).writable();
  await pipeline(messages(chunks), sink);
};

const send = async (sql: postgres.Sql, lines: Lines, first = ''): Promise<void> => {
  await sql.begin(async (transaction) => {
    if (first !== '') await transaction.unsafe(first);
    for (const [name, chunks] of lines.chunks()) await copyInto(transaction, name, chunks);
  });
};

/** A connection whose small messages do not wait for one another (Nagle): each COPY would cost 80 ms. */
const connectTo = (ownerUrl: string): postgres.Sql => {
  const options: postgres.Options<Record<string, never>> & { socket: unknown } = {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'nodp nation', TimeZone: 'UTC' },
    socket: ({ host, port }: { host: readonly string[]; port: readonly number[] }) =>
      new Promise<Socket>((done, fail) => {
        const socket = connect({ host: host[0] as string, port: port[0] as number, noDelay: true });
        socket.once('error', fail);
        socket.once('connect', () => {
          socket.removeListener('error', fail);
          done(socket);
        });
      }),
  };
  return postgres(ownerUrl, options as postgres.Options<Record<string, never>>);
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
const finish = async (
  sql: postgres.Sql,
  nation: Nation,
  tally: Tally,
  cipher: IdentityCipher,
): Promise<number> => {
  const lines = new Lines();
  tally.write(lines, nation, cipher);
  writeCompletion(lines, nation, cipher);
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
 * @param ownerUrl of the role that owns the tables
 */
export const copyNation = async (
  ownerUrl: string,
  nation: Nation,
  { cipher, onProgress, batch = 2000, signal }: CopyOptions,
): Promise<CopyResult> => {
  const started = performance.now();
  const sql = connectTo(ownerUrl);
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
    rows += await finish(sql, nation, tally, cipher);
    return { patients: nation.patients, found, rows, seconds: seconds() };
  } finally {
    await sql.end();
  }
};
