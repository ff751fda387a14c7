import { mkdir, readdir, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Database, identityCipher, isUnavailable, LOCKS } from '@nodp/database';
import { ensureJobAsOwner, type Job } from '@nodp/database/jobs';
import type { Intake, TypeCounts } from '@nodp/intake';
import postgres from 'postgres';
import type { ImportAsked } from './files.ts';
import { placesOf, removeQuietly } from './folder.ts';
import { ImportStopped, type ImportWork, takeImport } from './take-import.ts';
import type { ImportReply, ImportThread } from './thread.ts';

export const TAKE_FILES = 'take-files';

export interface TakeFilesOptions {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly identityKey: Uint8Array;
  readonly folder: string;
  /** For files so short that a thread of their own would take longer to begin. */
  readonly beside: { readonly database: Database; readonly intake: Intake };
  readonly onCounts: (counts: readonly TypeCounts[]) => void;
  /** Hears why a file could not be taken in. */
  readonly onError: (error: Error) => void;
}

interface Waiting {
  readonly institution: string;
  readonly id: string;
  readonly account: string;
  readonly asked: ImportAsked;
  readonly refusedBytes: number;
  readonly bytes: number;
}

/** How often the job says how far it is (ms). */
const TOLD_EVERY = 2_000;

/** Files that are taken in at once, of as many institutions; of one institution they are in their order. */
const AT_ONCE = Math.max(2, Math.min(4, Math.floor(availableParallelism() / 2)));

/** How soon a file is seen that came while others are taken in (ms). */
const LOOKS_EVERY = 500;

/** Of institutions that no file is taken in of now: the file that was broken off, else the oldest that waits. */
const next = async (sql: postgres.Sql, busy: readonly string[]): Promise<Waiting | undefined> => {
  const [file] = await sql<Waiting[]>`
    update basic.file_import f set state = 'RUNNING' from (
      select institution_id, id from basic.file_import
      where state in ('WAITING', 'RUNNING') and institution_id <> all(${busy as string[]}::uuid[])
      order by state = 'WAITING', requested_at, id limit 1 for update skip locked) n
    where f.institution_id = n.institution_id and f.id = n.id
    returning f.institution_id as institution, f.id, f.account_id as account, f.asked,
      f.refused_bytes::float8 as "refusedBytes", f.bytes::float8 as bytes`;
  return file;
};

type Ended =
  | { readonly state: 'DONE'; readonly result: Record<string, unknown> }
  | { readonly state: 'CANCELLED' | 'FAILED' };

/** Bytes of a file that is taken in without a thread of its own: some hundred rows. */
const SHORT = 2 ** 16;

/** Takes a short file in. @throws Error where the database is away or the worker stops */
const takeShort = async (
  { beside, identityKey, onCounts, onError }: TakeFilesOptions,
  work: ImportWork,
  signal: AbortSignal,
): Promise<Ended> => {
  const cipher = identityCipher({ identityKey });
  const onIngested = ({ counts }: { readonly counts: readonly TypeCounts[] }) => onCounts(counts);
  try {
    return {
      state: 'DONE',
      result: await takeImport({ ...beside, cipher, onIngested }, work, signal),
    };
  } catch (error) {
    if (error instanceof ImportStopped) return { state: 'CANCELLED' };
    if (signal.aborted || isUnavailable(error)) throw error;
    onError(error as Error);
    return { state: 'FAILED' };
  }
};

/** Takes one file in, on a thread of its own. @throws Error where the database is away or the worker stops: it goes on later */
const takeOn = (
  { applicationUrl, identityKey, onCounts, onError }: TakeFilesOptions,
  work: ImportWork,
  signal: AbortSignal,
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: { applicationUrl, identityKey, work } satisfies ImportThread,
    });
    const stop = () => worker.postMessage('stop');
    signal.addEventListener('abort', stop);
    let ended: Ended | null = null;
    let lost: Error | null = null;
    worker.on('message', (reply: ImportReply) => {
      if ('counts' in reply) onCounts(reply.counts);
      else if ('result' in reply) ended = { state: 'DONE', result: reply.result };
      else if ('stopped' in reply) ended = { state: 'CANCELLED' };
      else if (signal.aborted || reply.away) lost = new Error(reply.failed);
      else {
        onError(new Error(reply.failed));
        ended = { state: 'FAILED' };
      }
    });
    worker.on('error', (error) => {
      lost = error as Error;
    });
    worker.on('exit', () => {
      signal.removeEventListener('abort', stop);
      if (ended !== null) resolve(ended);
      else reject(lost ?? new Error('The thread of an import ended without an answer.'));
    });
  });

/** Takes one file in and says what became of it. @throws Error where it is to go on later */
const takeOne = async (
  sql: postgres.Sql,
  options: TakeFilesOptions,
  file: Waiting,
  signal: AbortSignal,
): Promise<void> => {
  const { folder } = options;
  const { institution, id } = file;
  const take = file.bytes <= SHORT ? takeShort : takeOn;
  const ended = await take(options, { ...file, folder }, signal);
  const result = ended.state === 'DONE' ? JSON.stringify(ended.result) : null;
  await sql`update basic.file_import set state = ${ended.state}, ended_at = now(), result = ${result}::text::jsonb,
    share = case when ${ended.state} = 'DONE' then 1 else share end
    where institution_id = ${institution} and id = ${id}`;
  await removeQuietly(placesOf(folder, institution, id).content);
};

/**
 * Takes files in: of one institution one after the other, the oldest first, of several beside each other. One that a crash broke
 * off goes on after its last rows; what became of each is kept with it.
 */
export const takeFilesJob = (options: TakeFilesOptions): Job => ({
  kind: TAKE_FILES,
  run: async ({ signal, progress }) => {
    await mkdir(options.folder, { recursive: true, mode: 0o700 });
    const sql = postgres(options.ownerUrl, { max: 3, onnotice: () => {} });
    const alone = await sql.reserve();
    const busy = new Map<string, Promise<void>>();
    let files = 0;
    let lost: Error | null = null;
    const timer = setInterval(() => {
      sql`select coalesce(avg(share), 0)::float8 as share from basic.file_import where state = 'RUNNING'`
        .then(([row]) => progress('TAKING_FILES', row?.share ?? 0))
        .catch(options.onError);
    }, TOLD_EVERY);
    try {
      const [lock] = await alone`select pg_try_advisory_lock(${LOCKS.fileImports}) as held`;
      if (lock?.held !== true) return { files };
      for (;;) {
        const file =
          lost === null && !signal.aborted && busy.size < AT_ONCE
            ? await next(sql, [...busy.keys()])
            : undefined;
        if (file !== undefined) {
          const { institution } = file;
          const taking = takeOne(sql, options, file, signal)
            .then(() => void files++)
            .catch((error: Error) => {
              lost ??= error;
            })
            .finally(() => busy.delete(institution));
          busy.set(institution, taking);
        } else if (busy.size > 0) {
          const looking = new AbortController();
          const pause = setTimeout(LOOKS_EVERY, undefined, { signal: looking.signal });
          await Promise.race([...busy.values(), pause.catch(() => {})]);
          looking.abort();
        } else {
          signal.throwIfAborted();
          if (lost !== null) throw lost;
          return { files };
        }
      }
    } finally {
      clearInterval(timer);
      // With its connection the lock goes.
      alone.release();
      await sql.end();
    }
  },
});

/** Sees to it that a job takes in what waits. */
export const requestTakingFiles =
  (ownerUrl: string) =>
  async (sql: postgres.Sql): Promise<void> => {
    const [waiting] = await sql`
    select 1 from basic.file_import where state in ('WAITING', 'RUNNING') limit 1`;
    if (waiting !== undefined) await ensureJobAsOwner(ownerUrl, TAKE_FILES);
  };

const DAY = 86_400_000;

/** Forgets what became of files after thirty days, and removes what lies in the folder of none that is known. */
export const removeExpiredFiles = async (sql: postgres.Sql, folder: string): Promise<void> => {
  await sql`delete from basic.file_import
    where state not in ('WAITING', 'RUNNING') and requested_at < now() - interval '30 days'`;
  const names = await readdir(folder).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0) return;
  const known = await sql<{ institution: string; id: string; open: boolean }[]>`
    select institution_id as institution, id, state in ('WAITING', 'RUNNING') as open from basic.file_import`;
  const stays = new Set(
    known.flatMap(({ institution, id, open }) => {
      const { content, told } = placesOf(folder, institution, id);
      return open ? [content, told] : [told];
    }),
  );
  for (const name of names) {
    const path = join(folder, name);
    // What is being written now has no row yet.
    if (stays.has(path) || Date.now() - (await stat(path)).mtimeMs < DAY) continue;
    await removeQuietly(path);
  }
};
