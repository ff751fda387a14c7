import { gunzipSync } from 'node:zlib';
import type { Database, Principal } from '@nodp/database';
import { Decrypter } from 'age-encryption';
import { Hono } from 'hono';
import { extract } from 'tar-stream';
import { dataExportEndpoint } from '../../apps/gateway/src/data-exports/endpoint.ts';

/** Asks for the file of an export as somebody who is signed in. @param folder of the encrypted files */
export const downloadFrom =
  (database: Database, folder: string) =>
  async (who: Principal, path: string): Promise<Response> => {
    const app = new Hono<{ Variables: Record<string, unknown> }>();
    app.use('*', async (c, next) => {
      c.set('principal', who);
      c.set('requestId', '01900000-0000-7000-8000-0000000000aa');
      c.set('callerRequestId', null);
      await next();
    });
    app.route('/data-exports', dataExportEndpoint(database, folder) as never);
    return app.request(path);
  };

/** Files of an archive as its recipient opens it, by name. */
export const openedBy = async (
  identity: string,
  sealed: Uint8Array,
): Promise<ReadonlyMap<string, Buffer>> => {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const files = new Map<string, Buffer>();
  const reading = extract();
  reading.end(gunzipSync(await decrypter.decrypt(sealed)));
  for await (const entry of reading) {
    const parts: Buffer[] = [];
    for await (const part of entry) parts.push(part as Buffer);
    files.set(entry.header.name.split('/').at(-1) ?? '', Buffer.concat(parts));
  }
  return files;
};
