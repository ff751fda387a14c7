import { chmod, mkdir, mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { LOCKS, PlatformError } from '@nodp/database';
import { nationalDay } from '@nodp/graph';
import { type InputName, RELEASE_INPUTS, type ReleaseExtracts } from '@nodp/record/release';
import { disclosureSecret, type EngineName, folderOf, loadPostgres } from '@nodp/warehouse';
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { EXPORT, makeExport } from '../export/export-release.ts';
import { formerExport } from '../export/former.ts';
import { release } from '../tables.ts';
import type { BuildProgress, BuildStep } from './build-progress.ts';
import { copyOut } from './copy-out.ts';
import { derive, type ReleaseDates } from './derive.ts';
import { type SumsOfKeys, sumsOfKeys } from './keys.ts';
import { describeRelease, type Manifest } from './manifest.ts';

export interface BuildOptions {
  /** Of the role that owns the tables: a build reads every institution's rows. */
  readonly ownerUrl: string;
  /** What is read of the clinical pool, each extract by the subgraph whose tables it reads. */
  readonly extracts: ReleaseExtracts;
  /** Where releases are retained, each in a folder of its own. */
  readonly folder: string;
  /** Who asked for it, an account's id. */
  readonly startedBy?: string;
  /** Who will answer: for PostgreSQL the files are loaded into its schema `warehouse` as well. Default DuckDB. */
  readonly engine?: EngineName;
  /** The last day to which follow-up is complete, YYYY-MM-DD: survival is censored on it. Default: the day of the build. */
  readonly closing?: string | null;
  readonly onProgress?: (progress: BuildProgress) => void;
  readonly signal?: AbortSignal;
  /** Of DuckDB; what needs more is spilled to the disk. Default 3 GB. */
  readonly memoryLimit?: string;
}

const building = '.building-';

/** Folders of builds that did not come to their end: no row of `research.release` speaks of them. */
const clearLeftovers = async (folder: string, known: ReadonlySet<string>): Promise<void> => {
  for (const name of await readdir(folder)) {
    const unfinished = name.startsWith(building);
    const unknown = /^release-\d{6,}$/.test(name) && !known.has(name);
    if (unfinished || unknown) await rm(join(folder, name), { recursive: true, force: true });
  }
};

const flush = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

interface Made {
  readonly manifest: Manifest;
  readonly keys: SumsOfKeys;
}

/** @throws {PlatformError} `closing-date` where it is no day, or one that has not come */
const datesOf = (closing: string | null | undefined): ReleaseDates => {
  const today = nationalDay(new Date());
  if (closing === undefined || closing === null) return { today, closing: today };
  if (!/^\d{4}-\d\d-\d\d$/.test(closing) || Number.isNaN(Date.parse(closing)) || closing > today)
    throw new PlatformError(
      'closing-date',
      `The closing date is a day not after ${today}, written like 2025-12-31.`,
    );
  return { today, closing };
};

/** Records of persons, de-identified or not, are the platform's user's alone. */
const PRIVATE = { mode: 0o700 };

const makeFiles = async (
  { ownerUrl, folder, extracts: given, signal, memoryLimit = '3GB', closing }: BuildOptions,
  work: string,
  { number, former }: { readonly number: number; readonly former: number | null },
  tell: (step: BuildStep, share: number) => void,
): Promise<Made> => {
  const dates = datesOf(closing);
  const [extracts, files] = [join(work, 'extracts'), join(work, 'files')];
  await mkdir(extracts);
  await mkdir(files, PRIVATE);
  const inOrder = (Object.keys(RELEASE_INPUTS) as InputName[]).map((name) => given[name]);
  await copyOut(ownerUrl, inOrder, extracts, signal, (done) =>
    tell('READING', (0.55 * done) / inOrder.length),
  );
  // In memory, spilled to the working folder beyond the limit: a file would be compressed for nothing.
  const instance = await DuckDBInstance.create(':memory:', {
    temp_directory: join(work, 'spill'),
    threads: String(availableParallelism()),
    memory_limit: memoryLimit,
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  try {
    const secret = await disclosureSecret(folder);
    await derive(connection, extracts, files, { number, secret, ...dates }, signal, (done, of) =>
      tell('DERIVING', 0.55 + (0.35 * done) / of),
    );
    const order = { folder, files, number, secret, former };
    const exported = await makeExport(connection, order, signal);
    tell('CHECKING', 0.95);
    const manifest = await describeRelease(connection, files, number, dates, exported);
    await writeFile(join(files, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    for (const made of [join(files, EXPORT), files]) {
      for (const { name } of (await readdir(made, { withFileTypes: true })).filter((f) =>
        f.isFile(),
      )) {
        // DuckDB makes files that every user of the machine may read.
        await chmod(join(made, name), 0o600);
        await flush(join(made, name));
      }
      await flush(made);
    }
    return { manifest, keys: await sumsOfKeys(connection) };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};

const insert = async (
  database: PostgresJsDatabase,
  { manifest, keys }: Made,
  builtBy: string,
): Promise<void> => {
  const { number, builtAt, persons, cases, firstYear, lastYear, checksum, vocabulary } = manifest;
  const { closing, rules, findings } = manifest;
  await database.insert(release).values({
    ...{ number, builtAt, builtBy, persons, cases, firstYear, lastYear },
    ...{ checksum, vocabulary },
    ...{ personsKey: keys.persons, casesKey: keys.cases },
    ...{ closing, multiplePrimary: rules.MULTIPLE_PRIMARY },
    exported: manifest.export,
    findings: findings.map((f) => ({ ...f, key: keys.findings.get(f.finding) ?? 0 })),
  });
};

/**
 * Builds the next release: clinical pool → numbered, de-identified, immutable Parquet files with a
 * manifest. Until the last statement nothing of it can be seen; what a failed build leaves is cleared by
 * the next.
 *
 * @throws {PlatformError} `release-busy` while another build runs
 */
export const buildRelease = async (options: BuildOptions): Promise<Manifest> => {
  const { ownerUrl, folder, startedBy = 'nodp', signal, onProgress } = options;
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  const database = drizzle(sql);
  try {
    const [lock] = await sql`select pg_try_advisory_lock(${LOCKS.releaseBuild}) as mine`;
    if (lock?.mine !== true)
      throw new PlatformError('release-busy', 'Another release is being built.');
    const tell = (step: BuildStep, share: number) => onProgress?.({ step, share });
    let work: string | null = null;
    try {
      await mkdir(folder, { recursive: true, ...PRIVATE });
      const known = await database.select({ number: release.number }).from(release);
      await clearLeftovers(folder, new Set(known.map((r) => folderOf(r.number))));
      const number = 1 + Math.max(0, ...known.map((r) => r.number));
      work = await mkdtemp(join(folder, building));
      const former = formerExport(
        folder,
        known.map((r) => r.number),
      );
      const made = await makeFiles(options, work, { number, former }, tell);
      signal?.throwIfAborted();
      await rename(join(work, 'files'), join(folder, folderOf(number)));
      await flush(folder);
      if (options.engine === 'postgres')
        await loadPostgres(ownerUrl, join(folder, folderOf(number)), number);
      await insert(database, made, startedBy);
      tell('DONE', 1);
      return made.manifest;
    } finally {
      if (work !== null) await rm(work, { recursive: true, force: true });
    }
  } finally {
    await sql.end({ timeout: 5 });
  }
};
