import { connect, type Socket } from 'node:net';
import { pipeline } from 'node:stream/promises';
import postgres from 'postgres';
import type { Filled } from './lines.ts';

/** Bytes of one message of COPY. */
const MESSAGE = 1 << 20;

/** A connection whose small messages do not wait for one another (Nagle): each COPY would cost 80 ms. */
export const connectTo = (ownerUrl: string): postgres.Sql => {
  const options: postgres.Options<Record<string, never>> & { socket: unknown } = {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'nodp nation', TimeZone: 'UTC' },
    socket: ({ host, port }: { host: readonly string[]; port: readonly number[] }) =>
      new Promise<Socket>((done, fail) => {
        const socket = connect({ host: host[0] as string, port: port[0] as number, noDelay: true });
        socket.once('error', fail);
        socket.once('connect', () => {
          socket.removeListener('error', fail);
          done(socket);
        });
      }),
  };
  return postgres(ownerUrl, options as postgres.Options<Record<string, never>>);
};

function* messages(bytes: Uint8Array): Iterable<Buffer> {
  for (let at = 0; at < bytes.length; at += MESSAGE) {
    yield Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(MESSAGE, bytes.length - at));
  }
}

/**
 * Copies the lines of every table, one table after another.
 * @param frozen tables emptied within this transaction: their rows are written as if they had always been there
 */
export const copyAll = async (
  sql: postgres.TransactionSql,
  filled: Filled,
  frozen: ReadonlySet<string> = new Set(),
): Promise<void> => {
  for (const [name, columns, bytes] of filled) {
    const how = frozen.has(name) ? ' with (freeze)' : '';
    const sink = await sql.unsafe(`copy ${name} (${columns}) from stdin${how}`).writable();
    await pipeline(messages(bytes), sink);
  }
};
