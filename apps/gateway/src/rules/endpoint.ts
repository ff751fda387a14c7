import { hasScope, type Principal } from '@nodp/database';
import { answersOfFile, clinicalRuleOf, FileError } from '@nodp/oncology';
import { type Context, Hono } from 'hono';
import { BodyRefused, bodyParts } from '../fhir/body.ts';

interface Environment {
  readonly Variables: { readonly principal: Principal | null };
}

/** Bytes of a file of persons; `nodp rules try --answers` takes larger ones. */
const LONGEST = 20 * 2 ** 20;

const told = (
  c: Context<Environment>,
  status: 400 | 401 | 403 | 404 | 413 | 415 | 422 | 429,
  code: string,
  en: string,
  zh: string,
): Response => c.json({ code, message: { en, zh } }, status);

/** A stream of what was begun: the first part is known already. */
const bodyOf = (first: string, rest: AsyncGenerator<string>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(first)),
    pull: async (controller) => {
      const { value, done } = await rest.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await rest.return(undefined);
    },
  });
};

/** A rule's answers to the persons of a CSV file, as a CSV file: nothing is stored and nobody's record is read. */
export const rulesEndpoint = () => {
  const app = new Hono<Environment>();
  app.post('/:id/answers', async (c) => {
    const principal = c.get('principal');
    if (principal === null) return told(c, 401, 'UNAUTHENTICATED', 'Sign in first.', '请先登录。');
    if (!hasScope(principal, 'patient:read') && !hasScope(principal, 'rule:switch'))
      return told(
        c,
        403,
        'FORBIDDEN',
        'Rules are not open to this account.',
        '该账号无权试用临床规则。',
      );
    // A header that another site's page cannot send.
    if (c.req.header('x-nodp-csrf') === undefined && c.req.header('authorization') === undefined)
      return told(c, 400, 'BAD_USER_INPUT', 'The header x-nodp-csrf is missing.', '缺少请求头。');
    const rule = clinicalRuleOf(c.req.param('id'));
    if (rule === null) return told(c, 404, 'NOT_FOUND', 'There is no such rule.', '没有此规则。');
    const language = c.req.query('language') === 'zh' ? 'zh' : 'en';
    const answers = answersOfFile(rule, bodyParts(c.req.raw, LONGEST), language);
    try {
      const { value: first } = await answers.next();
      return c.body(bodyOf(first ?? '', answers), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${rule.id}-answers.csv"`,
        'cache-control': 'no-store',
      });
    } catch (error) {
      if (error instanceof BodyRefused)
        return told(c, error.status, 'BAD_USER_INPUT', error.message, error.message);
      if (!(error instanceof FileError)) throw error;
      const where =
        error.line === null ? ['', ''] : [`Line ${error.line}: `, `第${error.line}行：`];
      return told(
        c,
        422,
        'BAD_USER_INPUT',
        `${where[0]}${error.message}.`,
        `${where[1]}${error.message}。`,
      );
    }
  });
  return app;
};
