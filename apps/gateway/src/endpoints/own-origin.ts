import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';

const HARMLESS = new Set(['GET', 'HEAD', 'OPTIONS']);

const hostOf = (origin: string): string | null => URL.parse(origin)?.host ?? null;

const isJson = (type: string | undefined): boolean =>
  /^application\/json\s*(?:;|$)/i.test(type ?? '');

/**
 * Whether a request that changes something may come from the page that it says it comes from: a browser names it, and a program
 * names none. @param url the platform's own address
 */
const isOfOurs = (
  origin: string | undefined,
  site: string | undefined,
  host: string | undefined,
  url: string,
): boolean => {
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (origin === undefined) return true;
  const from = hostOf(origin);
  return from !== null && (from === host?.toLowerCase() || from === hostOf(url));
};

/**
 * Refuses what another site's page makes a browser send: everything that changes something and comes from elsewhere without a token
 * of its own; a sign-in that is not JSON, which a form can send; and a session's cookie without the header that a form cannot set.
 * @param cookie the name of the session's cookie
 */
export const ownOrigin =
  (url: () => string, cookie: string): MiddlewareHandler =>
  async (c, next) => {
    if (HARMLESS.has(c.req.method)) return next();
    const refuse = (status: 400 | 403 | 415, code: string, message: string) =>
      c.json({ code, message }, status, { 'cache-control': 'no-store', connection: 'close' });
    if (c.req.header('authorization') !== undefined) return next();
    const { path } = c.req;
    if (
      !isOfOurs(c.req.header('origin'), c.req.header('sec-fetch-site'), c.req.header('host'), url())
    )
      return refuse(
        403,
        'OTHER_ORIGIN',
        'The request comes from another site. / 请求来自其他站点。',
      );
    if (path.startsWith('/auth/')) {
      // Signing out sends nothing.
      const empty = c.req.header('content-type') === undefined && path === '/auth/sign-out';
      return empty || isJson(c.req.header('content-type'))
        ? next()
        : refuse(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send JSON. / 请以 JSON 格式发送。');
    }
    if (getCookie(c, cookie) !== undefined && c.req.header('x-nodp-csrf') === undefined)
      return refuse(
        400,
        'BAD_USER_INPUT',
        'The header x-nodp-csrf is missing. / 缺少请求头 x-nodp-csrf。',
      );
    return next();
  };
