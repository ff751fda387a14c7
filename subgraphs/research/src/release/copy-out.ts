import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ReleaseExtract } from '@nodp/record/release';
import postgres from 'postgres';

const connectTo = (ownerUrl: string) =>
  postgres(ownerUrl, {
    max: 1,
    onnotice: () => {},
    connection: { application_name: 'nodp release', TimeZone: 'UTC' },
  });

/**
 * Copies every extract to a CSV file, two at a time, all as the pool stood at one moment.
 * @param extracts the longest first: two are read at a time
 * @param done called after each, with how many are
 */
export const copyOut = async (
  ownerUrl: string,
  extracts: readonly ReleaseExtract[],
  folder: string,
  signal: AbortSignal | undefined,
  done: (count: number) => void,
): Promise<void> => {
  const [leader, follower] = [connectTo(ownerUrl), connectTo(ownerUrl)];
  const waiting = [...extracts];
  let count = 0;
  const memory = `set local work_mem = '256MB'`;
  const work = async (transaction: postgres.TransactionSql): Promise<void> => {
    await transaction.unsafe(memory);
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      signal?.throwIfAborted();
      const rows = await transaction
        .unsafe(`copy (${next.query}) to stdout with (format csv)`)
        .readable();
      const file = createWriteStream(join(folder, `${next.name}.csv`));
      await pipeline(rows, file, signal === undefined ? {} : { signal });
      // postgres.js leaves the connection paused where the last rows came with the end of the COPY, and
      // would wait for ever: asking once more lets it go on.
      rows._read(0);
      count++;
      done(count);
    }
  };
  try {
    await leader.begin('isolation level repeatable read read only', async (first) => {
      const [row] = await first`select pg_export_snapshot() as id`;
      const snapshot = String(row?.id);
      if (!/^[0-9A-F-]+$/i.test(snapshot)) throw new Error(`unexpected snapshot ${snapshot}`);
      const second = follower.begin('isolation level repeatable read read only', async (tx) => {
        await tx.unsafe(`set transaction snapshot '${snapshot}'`);
        await work(tx);
      });
      // Both are waited for, whichever fails: neither may still be writing when the folder is cleared.
      const [a, b] = await Promise.allSettled([work(first), second]);
      if (a.status === 'rejected') throw a.reason;
      if (b.status === 'rejected') throw b.reason;
    });
  } finally {
    await Promise.all([leader.end({ timeout: 5 }), follower.end({ timeout: 5 })]);
  }
};
