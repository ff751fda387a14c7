import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type CaseColumns, readCaseColumns } from '../columns/case-columns.ts';
import { cohortsInMemory } from '../columns/cohorts.ts';
import { openDuckdb } from '../engines/duckdb.ts';
import type { Cohorts, Engine } from '../engines/engine.ts';
import { openPostgres } from '../engines/postgres.ts';
import { folderOf, releasesConfiguration } from './configuration.ts';

/** A release ready to be asked. */
export interface OpenRelease {
  readonly cohorts: Cohorts;
  readonly cases: CaseColumns;
}

/** Releases kept open at once; the one not asked for longest is closed. */
const MOST_OPEN = 3;
/** An engine put away may still be answering. */
const GRACE = 60_000;

interface Kept {
  readonly engine: Engine;
  readonly release: OpenRelease;
}
const open = new Map<string, Promise<Kept>>();

const openEngine = (number: number): Promise<Engine> | Engine => {
  const { engine, folder } = releasesConfiguration();
  if (engine.kind === 'duckdb') return openDuckdb(join(folder, folderOf(number)));
  if (engine.url === null) throw new Error('The engine postgres needs the address of a database.');
  return openPostgres(engine.url, number);
};

const openKept = async (number: number): Promise<Kept> => {
  const engine = await openEngine(number);
  try {
    const cases = await readCaseColumns(engine);
    return { engine, release: { cases, cohorts: cohortsInMemory(cases, engine) } };
  } catch (error) {
    await engine.close();
    throw error;
  }
};

const putAway = (kept: Promise<Kept>, after: number): void => {
  setTimeout(() => {
    kept.then(({ engine }) => engine.close()).catch(() => {});
  }, after).unref();
};

/** A release by its number, opened once (2 s at a million patients) and kept. */
export const openRelease = async (number: number): Promise<OpenRelease> => {
  const { engine, folder } = releasesConfiguration();
  const key = `${engine.kind} ${folder} ${number}`;
  let kept = open.get(key);
  if (kept === undefined) {
    kept = openKept(number);
    // One that did not open is tried again by the next request.
    kept.catch(() => open.delete(key));
  } else open.delete(key);
  open.set(key, kept);
  if (open.size > MOST_OPEN) {
    const [oldest, first] = open.entries().next().value ?? [];
    if (oldest !== undefined) open.delete(oldest);
    if (first !== undefined) putAway(first, GRACE);
  }
  return (await kept).release;
};

/** Opens the newest release before anyone asks for it; does nothing where there is none. */
export const openNewestRelease = async (): Promise<void> => {
  const names = await readdir(releasesConfiguration().folder).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  const numbers = names.flatMap((name) => /^release-(\d{6,})$/.exec(name)?.[1] ?? []).map(Number);
  if (numbers.length > 0) await openRelease(Math.max(...numbers));
};

/** Closes every release: the last thing before the process ends. */
export const closeReleases = async (): Promise<void> => {
  const all = [...open.values()];
  open.clear();
  await Promise.all(all.map((kept) => kept.then(({ engine }) => engine.close()).catch(() => {})));
};
