import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import type { SignInAttempts } from '../auth/attempts.ts';
import type { SecondFactor } from '../auth/second-factor.ts';
import type { WebSessions } from '../auth/web-sessions.ts';
import {
  type Asked,
  type CheckCredentials,
  type Environment,
  type Known,
  MANY_AT_ONCE,
} from './credentials.ts';

interface OwnServices {
  readonly sessions: WebSessions;
  readonly secondFactor: SecondFactor;
  readonly attempts: SignInAttempts;
  readonly credentials: CheckCredentials;
  readonly cookie: string;
}

/** The second factor of who is signed in: whether there is one, setting one up, and taking it away. Each change asks for the password. */
export const ownSecondFactor = ({
  sessions,
  secondFactor,
  attempts,
  credentials,
  cookie,
}: OwnServices) => {
  const app = new Hono<Environment>();
  const unknown = (c: Asked) =>
    c.json({ code: 'UNAUTHENTICATED', message: 'Sign in first. / 请先登录。' }, 401);
  const wrong = async (c: Asked, { principal, address }: Known): Promise<Response> => {
    await attempts.failed(address, principal.accountId);
    await attempts.codeFailed(principal.accountId);
    await credentials.audit(c, 'refused', principal, { secondFactor: true });
    const message = 'The code is wrong or was used. / 验证码错误或已被使用。';
    return c.json({ code: 'SECOND_FACTOR_WRONG', message }, 422);
  };

  /** Whose session it is and whose password was typed: one account's. */
  const own = async (c: Asked): Promise<Known | Response> => {
    const token = getCookie(c, cookie);
    const principal = token === undefined ? null : await sessions.principal(token);
    if (token === undefined || principal === null) return unknown(c);
    if ((await sessions.secondFactor(token)) === null) return unknown(c);
    return credentials.check(c, principal.accountId);
  };

  /** A change that a code allows, where codes of the account need not wait. */
  const byCode = async (
    c: Asked,
    change: (known: Known) => Promise<Response>,
  ): Promise<Response> => {
    const known = await own(c);
    if (known instanceof Response) return known;
    const { accountId } = known.principal;
    const changed = await attempts.codeInTurn(accountId, async () => {
      const seconds = known.code === '' ? 0 : await attempts.codeWait(accountId);
      return seconds > 0 ? credentials.wait(c, seconds) : change(known);
    });
    return changed ?? credentials.wait(c, MANY_AT_ONCE);
  };

  app.get('/', async (c) => {
    const token = getCookie(c, cookie);
    const state = token === undefined ? null : await sessions.secondFactor(token);
    // Who signs in at the operator's provider proves it there.
    return state === null ? c.json({ stored: false }) : c.json({ stored: true, ...state });
  });

  app.post('/offer', async (c) => {
    const known = await own(c);
    if (known instanceof Response) return known;
    const offer = await secondFactor.offer(known.principal.accountId, known.derived);
    return offer === null
      ? c.json({ code: 'CONFLICT', message: 'There is one.' }, 409)
      : c.json(offer);
  });

  app.post('/confirm', (c) =>
    byCode(c, async (known) => {
      const { principal, derived, code } = known;
      const recoveryCodes = await secondFactor.confirm(principal.accountId, derived, code);
      if (recoveryCodes === null) return wrong(c, known);
      // The code that confirmed it signs nobody in.
      const factor = await secondFactor.of(principal.accountId, derived);
      const proof = factor && secondFactor.proofOf(principal.accountId, factor, code);
      if (proof !== null) await secondFactor.use(principal.accountId, derived, proof);
      await credentials.audit(c, 'change', principal, { secondFactor: true });
      return c.json({ recoveryCodes });
    }),
  );

  app.post('/remove', (c) =>
    byCode(c, async (known) => {
      const { principal, derived, code } = known;
      const factor = await secondFactor.of(principal.accountId, derived);
      const proof = factor && secondFactor.proofOf(principal.accountId, factor, code);
      if (proof === null || !(await secondFactor.remove(principal.accountId, derived, proof)))
        return wrong(c, known);
      await credentials.audit(c, 'change', principal, { secondFactor: false });
      return c.json({});
    }),
  );

  return app;
};
