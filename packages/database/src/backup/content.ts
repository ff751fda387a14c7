import type postgres from 'postgres';
import type { ChainHead } from '../audit-chain.ts';
import { PlatformError } from '../problems.ts';

/** What one table holds. */
export interface TableContent {
  /** `schema.table` */
  readonly table: string;
  readonly rows: number;
  /** Sum of 64-bit hashes of the rows' texts: whatever the order, other rows give another. */
  readonly hash: string;
}

/** What the database holds at one moment. */
export interface Content {
  readonly tables: readonly TableContent[];
  readonly audit: ChainHead;
}

/** A moment in the log, and what the database held then. */
export interface Moment {
  /** ISO 8601, microseconds, UTC. */
  readonly at: string;
  readonly restorePoint: string;
  readonly content: Content;
}

/** Queues are remade, and what a release was loaded into is loaded again: neither is what a backup is for. */
const LEFT_OUT = ['pgboss', 'warehouse', 'information_schema'];

interface Table {
  readonly schema: string;
  readonly name: string;
}

const tablesOf = (sql: postgres.Sql): Promise<Table[]> =>
  sql<Table[]>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^pg_' and not (n.nspname = any(${LEFT_OUT}))
    order by 1, 2`;

const quoted = ({ schema, name }: Table): string => `"${schema}"."${name}"`;

const contentOf = async (
  sql: postgres.Sql,
  tables: readonly Table[],
  onProgress: (share: number) => void,
): Promise<Content> => {
  // What a row's text looks like depends on these.
  await sql.unsafe(`set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres';
    set local extra_float_digits = 1; set local bytea_output = 'hex'`);
  const counted: TableContent[] = [];
  for (const table of tables) {
    const [row] = await sql.unsafe(
      `select count(*)::float8 as rows, coalesce(sum(hashtextextended(t::text, 0)), 0)::text as hash from ${quoted(table)} t`,
    );
    counted.push({ table: `${table.schema}.${table.name}`, rows: row?.rows, hash: row?.hash });
    onProgress(counted.length / tables.length);
  }
  const [head] = await sql<ChainHead[]>`
    select number::float8 as number, encode(hash, 'hex') as hash from basic.audit_head`;
  return { tables: counted, audit: head ? { ...head } : { number: 0, hash: '' } };
};

/** What the database holds now. @param sql as the owner */
export const readContent = (
  sql: postgres.Sql,
  onProgress: (share: number) => void = () => {},
): Promise<Content> =>
  sql.begin('isolation level repeatable read read only', async (transaction) =>
    contentOf(
      transaction as unknown as postgres.Sql,
      await tablesOf(transaction as unknown as postgres.Sql),
      onProgress,
    ),
  ) as Promise<Content>;

/** How long writers may leave no moment between them (ms). */
const PATIENCE = 120_000;
/**
 * The first try's wait for one table, and the longest: so long may a writer stand behind it (ms). The longest is reached where
 * transactions last as long, as on a machine with far too much to do: shorter ones would never find such a table free.
 */
const LOCK_WAITS = { first: 500, longest: 15_000 };

/** Whether a lock was not to be had within its time, or waits went round in a circle. */
const isBusy = (error: unknown): boolean =>
  ['55P03', '40P01'].includes((error as { code?: string }).code ?? '');

/** A table that writers held: its name, with the database's word for it as cause. */
class BusyTable extends Error {
  readonly table: Table;
  constructor(table: Table, cause: unknown) {
    super(`${table.schema}.${table.name} is being written`, { cause });
    this.table = table;
  }
}

/** Shuts every writer out of the tables, in this order. @throws BusyTable with the one that was not to be had */
const shut = async (
  holder: postgres.TransactionSql,
  tables: readonly Table[],
  wait: number,
): Promise<void> => {
  // Of waits in a circle this one gives way, and it ends a vacuum of PostgreSQL's own that is in its way.
  await holder.unsafe(`set local lock_timeout = ${wait}; set local deadlock_timeout = '200ms'`);
  for (const table of tables) {
    try {
      await holder.unsafe(`lock table ${quoted(table)} in share mode`);
    } catch (error) {
      throw isBusy(error) ? new BusyTable(table, error) : error;
    }
  }
};

/**
 * Names a moment of the log at which no transaction was half done, and reads what the database held then. Writers wait for
 * this moment, not for the reading: it goes by a snapshot taken meanwhile. The table that was not to be had is asked for
 * first at the next try, when nothing else is held: so the order becomes the writers' own, whose first table lets in nobody
 * new while those under way end.
 * @param sql as the superuser, two connections or more
 * @throws PlatformError `writers` where writers left no moment between them for two minutes
 */
export const markMoment = async (
  sql: postgres.Sql,
  restorePoint: string,
  onProgress: (share: number) => void,
): Promise<Moment> => {
  const tables = await tablesOf(sql);
  let order: readonly Table[] = tables;
  const until = performance.now() + PATIENCE;
  for (let wait = LOCK_WAITS.first; ; wait = Math.min(wait * 1.5, LOCK_WAITS.longest)) {
    let marked: { at: string } | undefined;
    try {
      // The reader's transaction has the snapshot before the writers go on.
      const content = await sql.begin(
        'isolation level repeatable read read only',
        async (reader) => {
          marked = await sql.begin('isolation level repeatable read', async (holder) => {
            await shut(holder, order, Math.round(wait));
            const [row] = await holder`
            select pg_export_snapshot() as snapshot,
              to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`;
            await reader.unsafe(`set transaction snapshot '${row?.snapshot}'`);
            await holder`select pg_create_restore_point(${restorePoint})`;
            return { at: row?.at as string };
          });
          return contentOf(reader as unknown as postgres.Sql, tables, onProgress);
        },
      );
      if (marked === undefined) throw new Error('The moment was not marked.');
      return { at: marked.at, restorePoint, content: content as Content };
    } catch (error) {
      if (!(error instanceof BusyTable)) throw error;
      if (performance.now() > until)
        throw new PlatformError(
          'writers',
          `Writers left no moment between their transactions for two minutes: ${error.message}. Make the backup at a quieter time; nothing is kept of this one.`,
        );
      order = [error.table, ...order.filter((table) => table !== error.table)];
      await new Promise((next) => setTimeout(next, 500));
    }
  }
};

/** How two contents differ, in words; empty where they do not. */
export const differences = (expected: Content, found: Content): string[] => {
  const now = new Map(found.tables.map((content) => [content.table, content]));
  return expected.tables.flatMap(({ table, rows, hash }) => {
    const other = now.get(table);
    if (other === undefined) return [`${table} is missing`];
    if (other.rows !== rows) return [`${table} has ${other.rows} rows where ${rows} were`];
    return other.hash === hash ? [] : [`${table} holds other rows than it did`];
  });
};
