import { type AuditAction, type AuditRecord, auditRecord, type Principal } from '@nodp/database';
import { type Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Accounts } from '../auth/accounts.ts';
import { addressOf, type FromNode } from '../auth/address.ts';
import type { SignInAttempts } from '../auth/attempts.ts';
import { type BearerTokens, tokenSeconds } from '../auth/bearer.ts';
import { type OidcSignIn, safeReturn } from '../auth/oidc.ts';
import { sessionSeconds, type WebSessions } from '../auth/web-sessions.ts';

export const sessionCookie = 'nodp_session';
const stateCookie = 'nodp_oidc_state';

/** The demonstration accounts' password, shown on the sign-in page; they exist only with demonstration data. */
export const demonstrationPassword = 'nodp-demo';

export interface AuthServices {
  readonly accounts: Accounts;
  readonly sessions: WebSessions;
  readonly bearer: BearerTokens;
  readonly oidc: OidcSignIn | null;
  readonly secure: boolean;
  readonly attempts: SignInAttempts;
  /** Proxies of the operator's in front of this process. */
  readonly proxies: number;
  /** Writes an event to the access audit. */
  readonly record: (event: AuditRecord) => Promise<void>;
}

interface Variables {
  readonly requestId: string;
  readonly callerRequestId: string | null;
}

interface Environment {
  readonly Bindings: FromNode;
  readonly Variables: Variables;
}

/** Who is said to have tried where no account is known: what was typed may be a password. */
const NOBODY = { accountId: 'unknown', role: 'none', institutionId: null };

interface Credentials {
  readonly account?: unknown;
  readonly password?: unknown;
}

/** Signing in and out. */
export const authEndpoint = ({
  accounts,
  sessions,
  bearer,
  oidc,
  secure,
  attempts,
  proxies,
  record,
}: AuthServices) => {
  const app = new Hono<Environment>();
  const audit = (
    c: Context<Environment>,
    action: AuditAction,
    principal: Principal | undefined,
  ) => {
    const operation = `${c.req.method} ${c.req.path}`;
    return record(auditRecord(principal ?? NOBODY, { ...c.var, operation }, action));
  };
  const cookie = {
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    path: '/',
    maxAge: sessionSeconds,
  } as const;

  /** The answer to a sign-in by password: a session for the principal, or the reason for the refusal. */
  const byPassword = async (
    c: Context<Environment>,
    answer: (principal: Principal, derived: string) => Promise<Response>,
  ): Promise<Response> => {
    // A body of the JSON value null is read as any other that names nobody.
    const sent = await c.req.json<Credentials | null>().catch(() => null);
    const { account, password } = sent ?? {};
    const name = typeof account === 'string' ? account : '';
    const address = addressOf(c.env ?? {}, c.req.header('x-forwarded-for'), proxies);
    const seconds = await attempts.wait(address, name);
    if (seconds > 0) {
      const told = {
        code: 'TOO_MANY_REQUESTS',
        message: `Too many attempts; wait ${seconds} seconds. / 尝试次数过多，请 ${seconds} 秒后再试。`,
      };
      return c.json(told, 429, { 'retry-after': String(seconds) });
    }
    const found = name === '' ? undefined : await accounts.find(name);
    const given = typeof password === 'string' ? password : '';
    const { fits, derived } = await accounts.tryPassword(name, given);
    if (!fits || found === undefined) {
      await attempts.failed(address, name);
      await audit(c, 'sign-in-refused', found);
      const message = 'Account and password do not match. / 账号与密码不符。';
      return c.json({ code: 'UNAUTHENTICATED', message }, 401);
    }
    await attempts.succeeded(address, name);
    await audit(c, 'sign-in', found);
    return answer(found, derived);
  };

  app.get('/options', async (c) => {
    const demonstration = await accounts.demonstration();
    return c.json({
      password: true,
      oidc: oidc && { label: oidc.label },
      demonstration: demonstration.map((one) => ({ ...one, password: demonstrationPassword })),
    });
  });

  app.post('/sign-in', (c) =>
    byPassword(c, async (principal, derived) => {
      setCookie(c, sessionCookie, await sessions.begin(principal, derived), cookie);
      return c.json({});
    }),
  );

  app.post('/token', (c) =>
    byPassword(c, async (principal) =>
      c.json({
        access_token: await bearer.issue(principal),
        token_type: 'Bearer',
        expires_in: tokenSeconds,
      }),
    ),
  );

  app.post('/sign-out', async (c) => {
    const token = getCookie(c, sessionCookie);
    if (token !== undefined) {
      const principal = await sessions.principal(token);
      if (principal !== null) await audit(c, 'sign-out', principal);
      await sessions.end(token);
    }
    deleteCookie(c, sessionCookie, { path: '/', secure });
    return c.json({});
  });

  app.get('/oidc/start', async (c) => {
    if (oidc === null) return c.notFound();
    const { url, state } = await oidc.begin(safeReturn(c.req.query('returnTo')));
    setCookie(c, stateCookie, state, { ...cookie, maxAge: 600 });
    return c.redirect(url.href);
  });

  app.get('/oidc/callback', async (c) => {
    const state = getCookie(c, stateCookie);
    if (oidc === null || state === undefined) return c.redirect('/sign-in?problem=expired');
    deleteCookie(c, stateCookie, { path: '/', secure });
    try {
      const { principal, returnTo } = await oidc.complete(new URL(c.req.url), state);
      if (principal === null) {
        await audit(c, 'sign-in-refused', undefined);
        return c.redirect('/sign-in?problem=no-role');
      }
      await audit(c, 'sign-in', principal);
      setCookie(c, sessionCookie, await sessions.begin(principal, null), cookie);
      return c.redirect(returnTo);
    } catch {
      // What the provider answered is not the person's to correct; the page says to sign in again.
      return c.redirect('/sign-in?problem=refused');
    }
  });

  return app;
};
