import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ensureJobAsOwner, type Job } from '@nodp/database/jobs';
import type { TypeCounts } from '@nodp/intake';
import postgres from 'postgres';
import type { KeptAsked } from './files.ts';
import { placesOf, removeQuietly } from './folder.ts';
import type { KeptWork } from './take-kept.ts';
import type { KeptReply, KeptThread } from './thread.ts';

export const TAKE_FILES = 'take-files';

export interface TakeFilesOptions {
  readonly ownerUrl: string;
  readonly applicationUrl: string;
  readonly identityKey: Uint8Array;
  readonly folder: string;
  readonly onCounts: (counts: readonly TypeCounts[]) => void;
  /** Hears why a file could not be taken in. */
  readonly onError: (error: Error) => void;
}

interface Waiting {
  readonly institution: string;
  readonly id: string;
  readonly account: string;
  readonly asked: KeptAsked;
  readonly refusedBytes: number;
  readonly bytes: number;
}

/** How often the job says how far it is (ms). */
const TOLD_EVERY = 2_000;

/** The file that was broken off, else the oldest that waits. */
const next = async (sql: postgres.Sql): Promise<Waiting | undefined> => {
  const [file] = await sql<Waiting[]>`
    update basic.kept_file f set state = 'RUNNING' from (
      select institution_id, id from basic.kept_file where state in ('WAITING', 'RUNNING')
      order by state = 'WAITING', requested_at, id limit 1 for update skip locked) n
    where f.institution_id = n.institution_id and f.id = n.id
    returning f.institution_id as institution, f.id, f.account_id as account, f.asked,
      f.refused_bytes::float8 as "refusedBytes", f.bytes::float8 as bytes`;
  return file;
};

type Ended =
  | { readonly state: 'DONE'; readonly result: Record<string, unknown> }
  | { readonly state: 'CANCELLED' | 'FAILED' };

/** Takes one file in, on a thread of its own. @throws Error where the database is away or the worker stops: it goes on later */
const takeOn = (
  { applicationUrl, identityKey, onCounts, onError }: TakeFilesOptions,
  work: KeptWork,
  signal: AbortSignal,
): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./thread.ts', import.meta.url), {
      workerData: { applicationUrl, identityKey, work } satisfies KeptThread,
    });
    const stop = () => worker.postMessage('stop');
    signal.addEventListener('abort', stop);
    let ended: Ended | null = null;
    let lost: Error | null = null;
    worker.on('message', (reply: KeptReply) => {
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
      else reject(lost ?? new Error('The thread of a kept file ended without an answer.'));
    });
  });

/**
 * Takes kept files in, one after the other, the oldest first. One that a crash broke off goes on after its last rows; what became of
 * each is kept with it.
 */
export const takeFilesJob = (options: TakeFilesOptions): Job => ({
  kind: TAKE_FILES,
  run: async ({ signal, progress }) => {
    const { ownerUrl, folder } = options;
    await mkdir(folder, { recursive: true });
    const sql = postgres(ownerUrl, { max: 2, onnotice: () => {} });
    let files = 0;
    try {
      for (let file = await next(sql); file !== undefined; file = await next(sql)) {
        signal.throwIfAborted();
        const { institution, id } = file;
        const timer = setInterval(() => {
          sql`select share from basic.kept_file where institution_id = ${institution} and id = ${id}`
            .then(([row]) => progress('TAKING_FILES', row?.share ?? 0))
            .catch(options.onError);
        }, TOLD_EVERY);
        let ended: Ended;
        try {
          ended = await takeOn(options, { ...file, folder }, signal);
        } finally {
          clearInterval(timer);
        }
        const result = ended.state === 'DONE' ? JSON.stringify(ended.result) : null;
        await sql`update basic.kept_file set state = ${ended.state}, ended_at = now(), result = ${result}::text::jsonb,
          share = case when ${ended.state} = 'DONE' then 1 else share end
          where institution_id = ${institution} and id = ${id}`;
        await removeQuietly(placesOf(folder, institution, id).content);
        files++;
      }
      return { files };
    } finally {
      await sql.end();
    }
  },
});

/** Sees to it that a job takes in what waits. */
export const requestTakingFiles =
  (ownerUrl: string) =>
  async (sql: postgres.Sql): Promise<void> => {
    const [waiting] = await sql`
    select 1 from basic.kept_file where state in ('WAITING', 'RUNNING') limit 1`;
    if (waiting !== undefined) await ensureJobAsOwner(ownerUrl, TAKE_FILES);
  };

const DAY = 86_400_000;

/** Forgets what became of files after thirty days, and removes what lies in the folder of none that is known. */
export const removeExpiredFiles = async (sql: postgres.Sql, folder: string): Promise<void> => {
  await sql`delete from basic.kept_file
    where state not in ('WAITING', 'RUNNING') and requested_at < now() - interval '30 days'`;
  const names = await readdir(folder).catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (names.length === 0) return;
  const known = await sql<{ institution: string; id: string; open: boolean }[]>`
    select institution_id as institution, id, state in ('WAITING', 'RUNNING') as open from basic.kept_file`;
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
