import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Database,
  grantOf,
  type IdentityCipher,
  PlatformError,
  type Principal,
  type Session,
  sqlStatement,
} from '@nodp/database';
import type { Job } from '@nodp/database/jobs';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { askedDate } from '../reading/dates.ts';
import { mayRead } from '../reading/may-read.ts';
import { EVERY, search } from '../reading/search.ts';
import { servedTypes } from '../reading/served.ts';
import type { ExportFile } from './export-statements.ts';
import { writeSealed } from './sealed-file.ts';

export interface ExportOptions {
  readonly ownerUrl: string;
  readonly database: Database;
  readonly cipher: IdentityCipher;
  /** Where the files lie, in a folder for each export. */
  readonly folder: string;
  /** Resources that are read and held at once; 500 where not said. */
  readonly page?: number;
  /** Resources of one file; 50,000 where not said. */
  readonly perFile?: number;
  /** How long the files are retained; 24 hours where not said. */
  readonly retentionHours?: number;
}

interface Asked {
  readonly principal: Principal;
  readonly types: readonly string[];
  readonly since: Date | null;
}

/** Longest statement (ms): a page of a large institution's records. */
const PATIENCE = 300_000;

const limit = {
  text: `select set_config('statement_timeout', $1, true)`,
  bind: () => [String(PATIENCE)],
};
const oneSnapshot = {
  text: 'set transaction isolation level repeatable read, read only',
  bind: () => [],
};
/** As of when what is read is whole: what a transaction that still goes on writes may be recorded from its beginning on. */
const wholeUntil = sqlStatement<{ at: string }>(sql`
  select least(now(), min(a.xact_start)) as at from pg_stat_activity a
  where a.datname = current_database() and a.usename = current_user`);
const clientNow = sqlStatement<{ scopes: string[] }>(
  sql`select scopes from basic.client_of_id(${sql.placeholder('id')}::uuid)`,
);

/** @throws PlatformError where the client was revoked, or given less, since it asked */
const demandStill = async (session: Session, { principal, types }: Asked): Promise<void> => {
  const [, id] = /^client:(.+)$/.exec(principal.accountId) ?? [];
  if (id === undefined) return;
  const [row] = await session.run(clientNow, { id });
  const now = row === undefined ? null : { ...principal, grant: grantOf(row.scopes) };
  if (now === null || types.some((type) => !mayRead(now, type)))
    throw new PlatformError('export-closed', 'The client may not read any more what it asked for.');
};

/** Writes resources of one type into files, each of a bounded number. */
const filesOf = (
  { cipher, perFile = 50_000 }: ExportOptions,
  folder: string,
  files: ExportFile[],
) => {
  let file: FileHandle | null = null;
  const close = async () => {
    await file?.close();
    file = null;
  };
  return {
    write: async (type: string, resources: readonly object[]) => {
      for (let at = 0; at < resources.length; ) {
        const last = files.at(-1);
        if (file === null || last?.type !== type || last.count >= perFile) {
          await close();
          const number = files.filter((one) => one.type === type).length + 1;
          const name = `${type}-${number}.ndjson`;
          file = await open(join(folder, name), 'wx', 0o600);
          files.push({ type, name, count: 0 });
        }
        const current = files.at(-1) as ExportFile;
        const part = resources.slice(at, at + perFile - current.count);
        await writeSealed(file, cipher, part.map((one) => `${JSON.stringify(one)}\n`).join(''));
        files[files.length - 1] = { ...current, count: current.count + part.length };
        at += part.length;
      }
    },
    close,
  };
};

/**
 * Writes what a program asked for in bulk, read as that program under row-level security and page by page, of one snapshot, so
 * that references agree. Every patient is in the access audit before a file with it can be fetched.
 */
export const fhirExportJob = (options: ExportOptions): Job => ({
  kind: 'fhir-export',
  run: async ({ id, signal, progress }) => {
    const { ownerUrl, database, cipher, page = 500, retentionHours = 24 } = options;
    const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
    const folder = join(options.folder, id);
    const files: ExportFile[] = [];
    const writing = filesOf(options, folder, files);
    let resources = 0;
    try {
      const [asked] = await owner<Asked[]>`
        select principal, types, since from basic.fhir_export where id = ${id}`;
      if (asked === undefined)
        throw new PlatformError('export-gone', 'The export is not there any more.');
      const { principal, types, since } = asked;
      // What an attempt left that a crash interrupted.
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await progress('EXPORTING', 0);
      const updated = since === null ? [] : [askedDate('_since', `ge${since.toISOString()}`)];
      const institution = principal.institutionId ?? '';
      const origin = { requestId: id, operation: 'job fhir-export' };
      const at = await database.session(
        principal,
        async (session) => {
          await demandStill(session, asked);
          // Before the snapshot: what is not in it goes on now, or begins later.
          const [whole] = await session.run(wholeUntil);
          return session.transaction(async () => {
            await session.run(oneSnapshot);
            await session.run(limit);
            for (const [index, type] of types.entries()) {
              const served = servedTypes.get(type);
              if (served === undefined) throw new Error(`${type} is not read.`);
              const question = { ...EVERY, types: [served], updated, count: page };
              for (let after: typeof question.after = null; ; ) {
                signal.throwIfAborted();
                const { matches, next } = await search(
                  { session, cipher, institution },
                  { ...question, after },
                );
                const patients = [...new Set(matches.map(({ patientId }) => patientId))];
                if (patients.length > 0)
                  await session.audit('export', patients, { type, shown: matches.length });
                await writing.write(
                  type,
                  matches.map(({ resource }) => resource),
                );
                resources += matches.length;
                await owner`update basic.fhir_export set resources = ${resources} where id = ${id}`;
                if (next === null) break;
                after = { patientId: next[0], id: next[1] };
              }
              await progress('EXPORTING', (index + 1) / types.length);
            }
            return whole?.at ?? null;
          });
        },
        origin,
      );
      await writing.close();
      signal.throwIfAborted();
      await owner`update basic.fhir_export set transaction_time = ${at}::text::timestamptz,
        files = ${JSON.stringify(files)}::text::jsonb, resources = ${resources},
        expires_at = now() + ${retentionHours}::float8 * interval '1 hour' where id = ${id} and expires_at is null`;
      return { resources, files: files.length };
    } catch (error) {
      await writing.close();
      await rm(folder, { recursive: true, force: true });
      throw error;
    } finally {
      await owner.end();
    }
  },
});
