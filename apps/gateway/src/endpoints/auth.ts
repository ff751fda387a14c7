import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { isOfProvider } from '../auth/accounts.ts';
import { type BearerTokens, tokenSeconds } from '../auth/bearer.ts';
import { type OidcSignIn, safeReturn } from '../auth/oidc.ts';
import type { SecondFactor } from '../auth/second-factor.ts';
import { sessionSeconds, type WebSessions } from '../auth/web-sessions.ts';
import { type CredentialServices, credentialsOf, type Environment } from './credentials.ts';
import { ownSecondFactor } from './own-second-factor.ts';
import { secondStepOf } from './second-step.ts';

export const sessionCookie = 'nodp_session';
const underWayCookie = 'nodp_oidc';

/** The demonstration accounts' password, shown on the sign-in page; they exist only with demonstration data. */
export const demonstrationPassword = 'nodp-demo';

export interface AuthServices extends CredentialServices {
  readonly sessions: WebSessions;
  readonly bearer: BearerTokens;
  readonly oidc: OidcSignIn | null;
  readonly secure: boolean;
  readonly secondFactor: SecondFactor;
}

/** Signing in and out. */
export const authEndpoint = (services: AuthServices) => {
  const { accounts, sessions, bearer, oidc, secure, attempts, secondFactor } = services;
  const app = new Hono<Environment>();
  const credentials = credentialsOf(services);
  const { audit } = credentials;
  const secondStep = secondStepOf({ secondFactor, attempts, credentials });
  const cookie = {
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    path: '/',
    maxAge: sessionSeconds,
  } as const;

  app.get('/options', async (c) => {
    const demonstration = await accounts.demonstration();
    return c.json({
      password: true,
      oidc: oidc && { label: oidc.label },
      demonstration: demonstration.map((one) => ({ ...one, password: demonstrationPassword })),
    });
  });

  app.post('/sign-in', async (c) => {
    const known = await credentials.check(c);
    if (known instanceof Response) return known;
    const proved = await secondStep.prove(c, known);
    if (proved instanceof Response) return proved;
    const { principal, derived, address } = known;
    const token = await sessions.begin(principal, derived, proved.proof);
    if (token === null) return secondStep.refuse(c, known);
    await attempts.succeeded(address, principal.accountId);
    await audit(c, 'sign-in', principal);
    setCookie(c, sessionCookie, token, cookie);
    return c.json(proved.recoveryCodes === null ? {} : { recoveryCodes: proved.recoveryCodes });
  });

  app.post('/token', async (c) => {
    const known = await credentials.check(c);
    if (known instanceof Response) return known;
    const proved = await secondStep.prove(c, known);
    if (proved instanceof Response) return proved;
    const { principal, derived, address } = known;
    const { proof, recoveryCodes } = proved;
    if (proof !== null && !(await secondFactor.use(principal.accountId, derived, proof)))
      return secondStep.refuse(c, known);
    await attempts.succeeded(address, principal.accountId);
    await audit(c, 'sign-in', principal);
    return c.json({
      access_token: await bearer.issue(principal),
      token_type: 'Bearer',
      expires_in: tokenSeconds,
      ...(recoveryCodes === null ? {} : { recoveryCodes }),
    });
  });

  app.route(
    '/second-factor',
    ownSecondFactor({ sessions, secondFactor, attempts, credentials, cookie: sessionCookie }),
  );

  app.post('/sign-out', async (c) => {
    const token = getCookie(c, sessionCookie);
    const principal = token === undefined ? null : await sessions.principal(token);
    if (principal !== null) await audit(c, 'sign-out', principal);
    if (token !== undefined) await sessions.end(token);
    deleteCookie(c, sessionCookie, { path: '/', secure });
    // A session that the provider opened would be opened again by it without a question.
    const provider =
      principal !== null && isOfProvider(principal.accountId) ? oidc?.endSession() : null;
    return c.json(provider ? { provider: provider.href } : {});
  });

  app.get('/oidc/start', async (c) => {
    if (oidc === null) return c.notFound();
    const { url, underWay } = await oidc.begin(safeReturn(c.req.query('returnTo')));
    setCookie(c, underWayCookie, underWay, { ...cookie, maxAge: 600 });
    return c.redirect(url.href);
  });

  app.get('/oidc/callback', async (c) => {
    const underWay = getCookie(c, underWayCookie);
    if (oidc === null || underWay === undefined) return c.redirect('/sign-in?problem=expired');
    deleteCookie(c, underWayCookie, { path: '/', secure });
    try {
      const { principal, returnTo } = await oidc.complete(new URL(c.req.url), underWay);
      if (principal === null) {
        await audit(c, 'sign-in-refused', undefined);
        return c.redirect('/sign-in?problem=no-role');
      }
      const token = await sessions.begin(principal, null);
      if (token === null) return c.redirect('/sign-in?problem=refused');
      await audit(c, 'sign-in', principal);
      setCookie(c, sessionCookie, token, cookie);
      return c.redirect(returnTo);
    } catch {
      // What the provider answered is not the person's to correct; the page says to sign in again.
      return c.redirect('/sign-in?problem=refused');
    }
  });

  return app;
};
