import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type Database, hasScope, type Principal } from '@nodp/database';
import { decodeOne } from '@nodp/graph';
import { dataExportFile, releasedExport } from '@nodp/subgraph-research';
import { type Context, Hono } from 'hono';

interface Environment {
  readonly Variables: {
    readonly requestId: string;
    readonly callerRequestId: string | null;
    readonly principal: Principal | null;
  };
}

const told = (c: Context<Environment>, status: 401 | 403 | 404, code: string, message: string) =>
  c.json({ code, message }, status);

const none = (c: Context<Environment>) =>
  told(
    c,
    404,
    'NOT_FOUND',
    'There is no such export of yours that can be taken away now. / 没有您现在可以下载的此导出。',
  );

/** Files of released exports, encrypted to their recipients, for who requested them; each time is in the access audit first. */
export const dataExportEndpoint = (database: Database, folder: string) => {
  const app = new Hono<Environment>();
  app.get('/:id', async (c) => {
    const principal = c.get('principal');
    if (principal === null) return told(c, 401, 'UNAUTHENTICATED', 'Sign in first. / 请先登录。');
    if (!hasScope(principal, 'research:read'))
      return told(
        c,
        403,
        'FORBIDDEN',
        'Exports are not open to this account. / 该账号无权下载导出。',
      );
    const id = (() => {
      try {
        return decodeOne('DataExport', c.req.param('id'));
      } catch {
        return null;
      }
    })();
    if (id === null) return none(c);
    const { requestId, callerRequestId } = c.var;
    const found = await database.session(
      principal,
      async (session) => {
        const released = await releasedExport(session, id);
        if (released !== null)
          await session.audit('export', [], { dataExport: id, step: 'DOWNLOAD' });
        return released;
      },
      { requestId, callerRequestId, operation: 'GET /data-exports' },
    );
    if (found === null) return none(c);
    const file = dataExportFile(folder, id);
    // A platform that was restored from a backup has the row and not the file.
    const size = await stat(file).then(
      (found) => found.size,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      },
    );
    if (size === null) return none(c);
    return c.body(Readable.toWeb(createReadStream(file)) as ReadableStream, 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="nodp-${id}.tar.gz.age"`,
      'content-length': String(size),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });
  return app;
};
