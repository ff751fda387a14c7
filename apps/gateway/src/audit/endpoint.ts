import { auditFilterDetail, type Database, hasScope, type Principal } from '@nodp/database';
import { type Context, Hono } from 'hono';
import { csvOf } from './csv.ts';
import { institutionCodes } from './institution-codes.ts';
import { BadQuestion, readQuestion } from './question.ts';

interface Environment {
  readonly Variables: {
    readonly requestId: string;
    readonly callerRequestId: string | null;
    readonly principal: Principal | null;
  };
}

const told = (
  c: Context<Environment>,
  status: 400 | 401 | 403,
  code: string,
  message: string,
): Response => c.json({ code, message }, status);

/** Files of the access audit. The export is recorded before its first row is read. */
export const auditEndpoint = (database: Database) => {
  const app = new Hono<Environment>();
  app.get('/events.csv', async (c) => {
    const principal = c.get('principal');
    if (principal === null) return told(c, 401, 'UNAUTHENTICATED', 'Sign in first. / 请先登录。');
    if (!hasScope(principal, 'audit:read'))
      return told(
        c,
        403,
        'FORBIDDEN',
        'The access audit is not open to this account. / 该账号无权查看访问审计。',
      );
    // A header that another site's page cannot send: none of them makes somebody export.
    if (c.req.header('x-nodp-csrf') === undefined && c.req.header('authorization') === undefined)
      return told(c, 400, 'BAD_USER_INPUT', 'The header x-nodp-csrf is missing.');
    const asked = (() => {
      try {
        return readQuestion(c.req.query());
      } catch (error) {
        if (error instanceof BadQuestion) return error;
        throw error;
      }
    })();
    if (asked instanceof BadQuestion) return told(c, 400, 'BAD_USER_INPUT', asked.message);
    const { requestId, callerRequestId } = c.var;
    const operation = `${c.req.method} ${c.req.path}`;
    const session = database.open(principal, { requestId, callerRequestId, operation });
    try {
      await session.audit(
        'export',
        asked.patient === null ? [] : [asked.patient],
        auditFilterDetail(asked),
      );
      const parts = csvOf(session, asked, await institutionCodes(session));
      // What cannot be asked is refused, not broken off: the first rows are read before the answer begins.
      const begun = [await parts.next(), await parts.next()];
      const encoder = new TextEncoder();
      const body = new ReadableStream<Uint8Array>({
        pull: async (controller) => {
          try {
            const { value, done } = begun.shift() ?? (await parts.next());
            if (value !== undefined && value !== '') controller.enqueue(encoder.encode(value));
            else if (!done) controller.enqueue(new Uint8Array());
            if (!done) return;
            controller.close();
            await session.close();
          } catch (error) {
            await session.close();
            controller.error(error);
          }
        },
        cancel: () => session.close(),
      });
      return c.body(body, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="access-audit.csv"',
        'cache-control': 'no-store',
      });
    } catch (error) {
      await session.close();
      throw error;
    }
  });
  return app;
};
