import type { Database } from '@nodp/database';
import {
  AnswerRefused,
  type Ended,
  isToken,
  type OpenQuestionnaire,
  patientLinks,
} from '@nodp/subgraph-followup/questionnaire';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { addressOf, type FromNode } from '../auth/address.ts';
import type { SharedLimits } from '../endpoints/shared-limit.ts';

/** Bytes of a question: a token and three numbers. */
const LARGEST = 2 * 1024;
/** Questions of one address in a minute, and tokens that are none in an hour: hospitals and networks of telephones share addresses. */
const ASKED = { points: 300, duration: 60 };
const WRONG = { points: 30, duration: 3600 };

interface Environment {
  readonly Bindings: FromNode;
  readonly Variables: { readonly requestId: string; readonly callerRequestId: string | null };
}
type Asked = Context<Environment>;

const told = (c: Asked, status: 400 | 404 | 410 | 413 | 429, code: string, message: string) =>
  c.json({ code, message }, status, { 'cache-control': 'no-store' });

const STATES = {
  COMPLETED: 'The questionnaire was finished. / 问卷已完成。',
  EXPIRED:
    'The link is too old; ask your hospital for a new one. / 链接已过期，请向医院索取新链接。',
  CLOSED: 'The link is closed. / 链接已关闭。',
} as const;

const numbersIn = (value: unknown): readonly number[] | null =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= 3 &&
  value.every((one) => Number.isInteger(one) && Math.abs(one) <= 9)
    ? value
    : null;

/**
 * What a patient's telephone asks, without an account: the token of the link comes in the body, so that no log of addresses holds
 * it, and nothing that a browser brings by itself opens anything.
 * @param proxies how many there are before the platform
 */
export const questionnaireEndpoint = (
  database: Database,
  proxies: number,
  limits: SharedLimits,
) => {
  const links = patientLinks(database);
  const asked = limits('questionnaires', ASKED);
  const wrong = limits('wrong links', WRONG);
  const app = new Hono<Environment>();

  app.use(
    '*',
    bodyLimit({
      maxSize: LARGEST,
      onError: (c) =>
        told(c as never, 413, 'PAYLOAD_TOO_LARGE', 'The body is too large. / 请求内容过大。'),
    }),
  );

  const wait = (c: Asked) =>
    told(
      c,
      429,
      'TOO_MANY_REQUESTS',
      'Too many attempts; wait a while. / 尝试次数过多，请稍后再试。',
    );

  /** Asks for the body's token and answers how its link stands. */
  const byLink =
    (
      work: (
        c: Asked,
        token: string,
        body: Readonly<Record<string, unknown>>,
      ) => Promise<OpenQuestionnaire | Ended | { readonly state: 'SAVED' } | null>,
    ) =>
    async (c: Asked): Promise<Response> => {
      const address = addressOf(c.env ?? {}, c.req.header('x-forwarded-for'), proxies);
      if (await wrong.isSpent(address)) return wait(c);
      if ((await asked.take(address)) > 0) return wait(c);
      const body = await c.req.json<Record<string, unknown> | null>().catch(() => null);
      const token = body?.token;
      const none = async () => {
        await wrong.take(address);
        return told(c, 404, 'NOT_FOUND', 'There is no such link. / 没有此链接。');
      };
      if (body === null || !isToken(token)) return none();
      try {
        const answer = await work(c, token, body);
        if (answer === null)
          return told(c, 400, 'BAD_USER_INPUT', '`term` and one to three `answers` are expected.');
        if (answer.state === null) return await none();
        if (answer.state === 'OPEN' || answer.state === 'SAVED')
          return c.json(answer, 200, { 'cache-control': 'no-store' });
        // Who just finished it is told so as of something done.
        const done = c.req.path.endsWith('/complete') && answer.state === 'COMPLETED';
        return done
          ? c.json(answer, 200, { 'cache-control': 'no-store' })
          : told(c, 410, answer.state, STATES[answer.state]);
      } catch (error) {
        if (error instanceof AnswerRefused) return told(c, 400, 'BAD_USER_INPUT', error.message);
        throw error;
      }
    };

  const originOf = (c: Asked, what: string) => ({
    requestId: c.get('requestId'),
    callerRequestId: c.get('callerRequestId'),
    operation: `questionnaire ${what}`,
  });

  app.post(
    '/open',
    byLink((c, token) => links.open(token, originOf(c, 'open'))),
  );
  app.post(
    '/answer',
    byLink(async (c, token, { term, answers: sent }) => {
      const answers = numbersIn(sent);
      return answers === null || !Number.isInteger(term) || Math.abs(term as number) > 999
        ? null
        : links.answer(token, term as number, answers, originOf(c, 'answer'));
    }),
  );
  app.post(
    '/complete',
    byLink((c, token) => links.complete(token, originOf(c, 'complete'))),
  );
  return app;
};
