import { join } from 'node:path';
import { type Engine, openDuckdb, openPostgres } from '@nodp/warehouse';
import { folderOf } from '../release/build.ts';
import { configuration } from '../release/configuration.ts';

/** Releases kept open at once; the one not asked for longest is closed. */
const MOST_OPEN = 3;
/** An engine put away may still be answering. */
const GRACE = 60_000;

const open = new Map<string, Promise<Engine>>();

const openEngine = async (number: number): Promise<Engine> => {
  const { engine, releases } = configuration();
  return engine.kind === 'duckdb'
    ? openDuckdb(join(releases, folderOf(number)))
    : openPostgres(engine.url, number);
};

const putAway = (engine: Promise<Engine>, after: number): void => {
  setTimeout(() => {
    engine.then((e) => e.close()).catch(() => {});
  }, after).unref();
};

/** The engine of a release, opened once and kept. */
export const engineOf = (number: number): Promise<Engine> => {
  const { engine: kind, releases } = configuration();
  const key = `${kind.kind} ${releases} ${number}`;
  let engine = open.get(key);
  if (engine === undefined) {
    engine = openEngine(number);
    // One that did not open is tried again by the next request.
    engine.catch(() => open.delete(key));
  } else open.delete(key);
  open.set(key, engine);
  if (open.size > MOST_OPEN) {
    const [oldest, first] = open.entries().next().value ?? [];
    if (oldest !== undefined) open.delete(oldest);
    if (first !== undefined) putAway(first, GRACE);
  }
  return engine;
};

/** Closes every release: the last thing before the process ends. */
export const closeReleases = async (): Promise<void> => {
  const all = [...open.values()];
  open.clear();
  await Promise.all(all.map((engine) => engine.then((e) => e.close()).catch(() => {})));
};
