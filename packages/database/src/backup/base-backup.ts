import { once } from 'node:events';
import type { Writable } from 'node:stream';
import pg from 'pg';
import { PlatformError } from '../problems.ts';

/** A place in the write-ahead log. */
export interface LogPosition {
  /** As PostgreSQL writes it: `0/3000028`. */
  readonly lsn: string;
  readonly timeline: number;
}

export interface BaseBackup {
  readonly start: LogPosition;
  readonly end: LogPosition;
}

export interface BaseBackupSinks {
  /** The data folder as tar. */
  readonly archive: Writable;
  /** PostgreSQL's own list of the files, with SHA-256 of each. */
  readonly manifest: Writable;
  /** @param share 0 to 1, by the server's estimate of the whole */
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/** What the client of `pg` hands to a query that reads its messages itself; its types leave this out. */
interface Wire {
  readonly stream: { pause(): void; resume(): void };
  query(text: string): void;
}

const COMMAND = `BASE_BACKUP (LABEL 'nodp', PROGRESS true, CHECKPOINT 'fast', WAL false, WAIT true,
  MANIFEST 'yes', MANIFEST_CHECKSUMS 'SHA256')`.replace(/\s+/g, ' ');

const position = (row: readonly (string | null)[] | undefined): LogPosition => {
  const [lsn, timeline] = row ?? [];
  if (!lsn || !timeline)
    throw new Error('The server did not say where the base backup stands in its log.');
  return { lsn, timeline: Number(timeline) };
};

/**
 * One BASE_BACKUP over the replication protocol. Result sets: where it starts, the tablespaces, (the copied data), where it
 * ends. Each message of the copy begins with its kind: n a new archive, d data, m the manifest, p progress.
 * Source: PostgreSQL documentation, 54.4 Streaming Replication Protocol.
 */
const copying = ({ archive, manifest, onProgress }: BaseBackupSinks) => {
  const results: (readonly (string | null)[])[][] = [];
  let sink: Writable = archive;
  let archives = 0;
  let waiting = false;
  let settle: { done: (backup: BaseBackup) => void; fail: (error: unknown) => void };
  const result = new Promise<BaseBackup>((done, fail) => {
    settle = { done, fail };
  });
  const write = (bytes: Buffer, wire: Wire): void => {
    // The client's parser writes over its buffer when more arrives.
    if (sink.write(Buffer.from(bytes)) || waiting) return;
    // What was received already is still handed over while the connection pauses.
    waiting = true;
    wire.stream.pause();
    sink.once('drain', () => {
      waiting = false;
      wire.stream.resume();
    });
  };
  const size = (): number => 1024 * Number(results[1]?.[0]?.[2] ?? 0);
  const query = {
    result,
    submit: (wire: Wire) => wire.query(COMMAND),
    handleRowDescription: () => void results.push([]),
    handleDataRow: ({ fields }: { fields: (string | null)[] }) => void results.at(-1)?.push(fields),
    handleCopyData: ({ chunk }: { chunk: Buffer }, wire: Wire) => {
      const body = chunk.subarray(1);
      switch (String.fromCharCode(chunk[0] ?? 0)) {
        case 'n':
          if (++archives > 1)
            settle.fail(
              new PlatformError(
                'tablespaces',
                'Tablespaces outside the data folder are not backed up by this command.',
              ),
            );
          return;
        case 'm':
          sink = manifest;
          return;
        case 'p':
          onProgress(size() > 0 ? Math.min(1, Number(body.readBigInt64BE()) / size()) : 0);
          return;
        default:
          write(body, wire);
      }
    },
    handleCommandComplete: () => {},
    handleEmptyQuery: () => {},
    handlePortalSuspended: () => {},
    handleError: (error: unknown) => settle.fail(error),
    handleReadyForQuery: () => {
      try {
        settle.done({ start: position(results[0]?.[0]), end: position(results.at(-1)?.[0]) });
      } catch (error) {
        settle.fail(error);
      }
    },
  };
  return query;
};

const ended = async (sink: Writable): Promise<void> => {
  const finished = once(sink, 'finish');
  sink.end();
  await finished;
};

/**
 * Copies the server's data folder while it works. What changes meanwhile is in the write-ahead log from `start` to `end`,
 * without which the copy is no database.
 * @param ownerUrl of a role that may replicate
 * @throws PlatformError or the server's error; AbortError where `signal` ends it
 */
export const takeBaseBackup = async (
  ownerUrl: string,
  sinks: BaseBackupSinks,
): Promise<BaseBackup> => {
  const { signal } = sinks;
  signal.throwIfAborted();
  const client = new pg.Client({
    connectionString: ownerUrl,
    replication: 'true',
  } as pg.ClientConfig);
  const query = copying(sinks);
  query.result.catch(() => {});
  const stop = () => query.handleError(signal.reason);
  client.on('error', query.handleError);
  for (const sink of [sinks.archive, sinks.manifest]) sink.on('error', query.handleError);
  signal.addEventListener('abort', stop, { once: true });
  await client.connect();
  try {
    client.query(query as never);
    const backup = await query.result;
    await Promise.all([ended(sinks.archive), ended(sinks.manifest)]);
    return backup;
  } finally {
    signal.removeEventListener('abort', stop);
    // The connection may be in the middle of a copy: it is cut, not asked to end.
    (
      client as unknown as { connection: { stream: { destroy(): void } } }
    ).connection.stream.destroy();
    await client.end().catch(() => {});
  }
};
