import { type Principal, passwordMatches } from '@nodp/database';
import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Accounts } from '../auth/accounts.ts';
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
  readonly attempts: RateLimiterMemory;
}

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
}: AuthServices) => {
  const app = new Hono();
  const cookie = {
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    path: '/',
    maxAge: sessionSeconds,
  } as const;

  const known = async (credentials: Credentials): Promise<Principal | null> => {
    const { account, password } = credentials;
    if (typeof account !== 'string' || typeof password !== 'string') return null;
    const found = await accounts.find(account);
    return (await passwordMatches(password, found?.passwordHash ?? null))
      ? (found?.principal ?? null)
      : null;
  };

  const refusal = {
    code: 'UNAUTHENTICATED',
    message: 'Account and password do not match. / 账号与密码不符。',
  };

  app.use('/sign-in', async (c, next) => limited(c.req.raw, next, c));
  app.use('/token', async (c, next) => limited(c.req.raw, next, c));
  const limited = async (
    request: Request,
    next: () => Promise<void>,
    c: { json(body: object, status: 429): Response },
  ): Promise<Response | undefined> => {
    // By account, since behind a proxy every address is the proxy's.
    const { account } = (await request
      .clone()
      .json()
      .catch(() => ({}))) as Credentials;
    const allowed = await attempts.consume(String(account)).then(
      () => true,
      () => false,
    );
    if (!allowed) {
      return c.json(
        {
          code: 'TOO_MANY_REQUESTS',
          message: 'Too many attempts; wait a minute. / 尝试次数过多，请一分钟后再试。',
        },
        429,
      );
    }
    await next();
    return undefined;
  };

  app.get('/options', async (c) => {
    const demonstration = await accounts.demonstration();
    return c.json({
      password: true,
      oidc: oidc && { label: oidc.label },
      demonstration: demonstration.map((one) => ({ ...one, password: demonstrationPassword })),
    });
  });

  app.post('/sign-in', async (c) => {
    const principal = await known(await c.req.json<Credentials>().catch(() => ({})));
    if (principal === null) return c.json(refusal, 401);
    setCookie(c, sessionCookie, await sessions.begin(principal), cookie);
    return c.json({});
  });

  app.post('/token', async (c) => {
    const principal = await known(await c.req.json<Credentials>().catch(() => ({})));
    if (principal === null) return c.json(refusal, 401);
    const token = await bearer.issue(principal);
    return c.json({ access_token: token, token_type: 'Bearer', expires_in: tokenSeconds });
  });

  app.post('/sign-out', async (c) => {
    const token = getCookie(c, sessionCookie);
    if (token !== undefined) await sessions.end(token);
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
      if (principal === null) return c.redirect('/sign-in?problem=no-role');
      setCookie(c, sessionCookie, await sessions.begin(principal), cookie);
      return c.redirect(returnTo);
    } catch {
      // What the provider answered is not the person's to correct; the page says to sign in again.
      return c.redirect('/sign-in?problem=refused');
    }
  });

  return app;
};
