import { type Role, sqlStatement } from '@nodp/database';
import { sql } from 'drizzle-orm';

const p = sql.placeholder;

/** What was asked of a file beside its content. */
export interface ImportAsked {
  readonly kind?: string | undefined;
  /** A mapping of the institution's by its name. */
  readonly profile?: string | undefined;
  readonly sheet?: string | undefined;
  readonly encoding?: string | undefined;
  /** The role of the person who sent it, as the access audit records it. */
  readonly by?: Role | undefined;
}

/** The import of a file as its institution sees it. */
export interface FileImport {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly state: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
  readonly requestedAt: string;
  readonly endedAt: string | null;
  /** Whether somebody asked that it be stopped. */
  readonly cancelling: boolean;
  readonly share: number;
  /** What became of its rows so far; null where none was taken in. */
  readonly counts: Readonly<Record<string, number>> | null;
  readonly result: Readonly<Record<string, unknown>> | null;
}

const mine = sql`f.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`;

const shown = sql`select f.id, f.name, f.bytes, f.state, f.requested_at, f.ended_at,
    f.cancel_requested_at is not null as cancelling, f.share, u.counts, f.result
  from basic.file_import f left join basic.csv_upload u on u.institution_id = f.institution_id and u.id = f.id
    and u.seen_at >= f.requested_at`;

/** Files that are shown: the newest. */
const MOST_SHOWN = 30;

export const newestImports = sqlStatement<FileImport>(sql`
  ${shown} where ${mine} order by f.requested_at desc, f.id limit ${sql.raw(String(MOST_SHOWN))}`);

export const oneImport = sqlStatement<FileImport>(
  sql`${shown} where ${mine} and f.id = ${p('id')}::uuid`,
);

/** How many files of the institution wait or are taken in. */
export const waitingImports = sqlStatement<{ files: number }>(sql`
  select count(*)::int as files from basic.file_import f where ${mine} and f.state in ('WAITING', 'RUNNING')`);

/**
 * A file of a number that was taken in is begun anew under it, one that was stopped goes on after its last rows; of one that waits
 * nothing changes, and no row is given.
 */
export const importInserted = sqlStatement<{ id: string }>(sql`
  insert into basic.file_import as f (institution_id, id, account_id, name, bytes, asked)
  values (${p('institution')}::uuid, ${p('id')}::uuid, ${p('account')}::text, ${p('name')}::text, ${p('bytes')}::bigint,
    ${p('asked')}::text::jsonb)
  on conflict (institution_id, id) do update set account_id = excluded.account_id, name = excluded.name, bytes = excluded.bytes,
    asked = excluded.asked, state = 'WAITING', requested_at = now(), ended_at = null, cancel_requested_at = null, share = 0,
    refused_bytes = case when f.state = 'DONE' then 0 else f.refused_bytes end, result = null
  where f.state not in ('WAITING', 'RUNNING')
  returning f.id`);

/** Asks that a file be stopped; one that waits is at once. */
export const importCancelled = sqlStatement<{ state: string }>(sql`
  update basic.file_import f set cancel_requested_at = coalesce(f.cancel_requested_at, now()),
    state = case when f.state = 'WAITING' then 'CANCELLED' else f.state end,
    ended_at = case when f.state = 'WAITING' then now() end
  where ${mine} and f.id = ${p('id')}::uuid and f.state in ('WAITING', 'RUNNING') returning f.state`);

/** How far a file is. @returns whether it is to be stopped */
export const importProgress = sqlStatement<{ stopped: boolean }>(sql`
  update basic.file_import f set share = ${p('share')}::real, refused_bytes = ${p('refused')}::bigint
  where ${mine} and f.id = ${p('id')}::uuid returning f.cancel_requested_at is not null as stopped`);
