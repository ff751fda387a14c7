import {
  type Database,
  originOf,
  type Principal,
  type RequestOrigin,
  sqlStatement,
} from '@nodp/database';
import { sql } from 'drizzle-orm';

const p = sql.placeholder;

/** What became of the rows of a file so far. */
export interface UploadCounts {
  rows: number;
  refusedRows: number;
  created: number;
  updated: number;
  unchanged: number;
  retained: number;
  held: number;
  refused: number;
}

/** How far a file was taken in. */
export interface UploadState {
  readonly header: string;
  /** The last line that was taken in. */
  readonly line: number;
  readonly counts: UploadCounts;
  readonly ended: boolean;
}

const found = sqlStatement<UploadState>(sql`
  select header, line, counts, ended from basic.csv_upload where id = ${p('id')}::uuid`);

export const storedUpload = sqlStatement<never>(sql`
  insert into basic.csv_upload (institution_id, id, account_id, header, line, counts, ended)
  values (${p('institution')}::uuid, ${p('id')}::uuid, ${p('account')}::text, ${p('header')}::text, ${p('line')}::int,
    ${p('counts')}::text::jsonb, ${p('ended')}::boolean)
  on conflict (institution_id, id) do update set account_id = excluded.account_id, header = excluded.header,
    line = excluded.line, counts = excluded.counts, ended = excluded.ended, seen_at = now()`);

export const uploadValues = (
  { institutionId, accountId }: Principal,
  id: string,
  { header, line, counts, ended }: UploadState,
) => ({
  ...{ institution: institutionId, id, account: accountId },
  ...{ header, line, counts: JSON.stringify(counts), ended },
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isUploadId = (id: string): boolean => UUID.test(id);

/** How far files were taken in, by the number that their sender gave them. */
export const uploadStore = (database: Database) => {
  const turns = new Map<string, Promise<unknown>>();
  const origin = (of: RequestOrigin) => ({ ...originOf(of), operation: '/csv/uploads' });
  return {
    /** One sending of a file after the other: one that was stopped ends its last rows before the next goes on. */
    inTurn: async <T>(principal: Principal, id: string, work: () => Promise<T>): Promise<T> => {
      const key = `${principal.institutionId} ${id}`;
      const before = turns.get(key);
      const mine = Promise.allSettled([before]).then(work);
      turns.set(key, mine);
      try {
        return await mine;
      } finally {
        if (turns.get(key) === mine) turns.delete(key);
      }
    },
    find: async (
      principal: Principal,
      of: RequestOrigin,
      id: string,
    ): Promise<UploadState | null> => {
      const rows = await database.session(
        principal,
        (session) => session.run(found, { id }),
        origin(of),
      );
      return rows[0] ?? null;
    },
    store: async (
      principal: Principal,
      of: RequestOrigin,
      id: string,
      state: UploadState,
    ): Promise<void> => {
      await database.session(
        principal,
        (session) => session.run(storedUpload, uploadValues(principal, id, state)),
        origin(of),
      );
    },
  };
};

export type UploadStore = ReturnType<typeof uploadStore>;
