import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { encodingFor } from './compression.ts';
import { readWebFiles, type WebFile } from './web-files.ts';

const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Scripts and styles that stand in the page itself are allowed by what they say. */
const inPage = (page: WebFile, element: 'script' | 'style'): string[] =>
  [
    ...new TextDecoder()
      .decode(page.bodies.identity)
      .matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, 'g')),
  ].map(([, text]) => hashOf(text ?? ''));

const contentSecurity = (page: WebFile) =>
  [
    "default-src 'self'",
    ["script-src 'self'", ...inPage(page, 'script')].join(' '),
    // Emotion puts empty elements into the page and fills them by script; text that somebody slips in is none of these.
    ["style-src 'self'", hashOf(''), ...inPage(page, 'style')].join(' '),
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');

/** Addresses that are files, never views of the app: a file of a former build is not there, not a page. */
const fileAddress = /^\/assets\/|^\/[a-z0-9-]+\.(?:svg|ico|png|txt|webmanifest)$/;

/** How long a browser keeps a file: by its content for good, the icon an hour (a page draws it three times), the page not at all. */
const keeping = (path: string, isFile: boolean): string => {
  if (path.startsWith('/assets/')) return 'public, max-age=31536000, immutable';
  return isFile ? 'public, max-age=3600' : 'no-cache';
};

/**
 * The web app: its files, and its page for every address that is one of its views. Files of `assets` are named by
 * their content and kept by browsers for good; the page is asked for again each time and answered 304 where it is the same.
 */
export const webEndpoint = (folder: string) => {
  const app = new Hono();
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('*', (c) =>
      c.text('The web app is not built: run npm start, or npm run build -w apps/web.', 503),
    );
    return app;
  }
  const files = readWebFiles(folder);
  const page = files.get('/index.html') as WebFile;
  const policy = contentSecurity(page);
  app.get('*', (c) => {
    const { path } = c.req;
    const isFile = fileAddress.test(path);
    const file = isFile ? files.get(path) : page;
    if (file === undefined) return c.text('There is no such file. / 没有这个文件。', 404);
    const there = Object.keys(file.bodies) as (keyof typeof file.bodies)[];
    const encoding = encodingFor(c.req.header('accept-encoding'), there);
    const body = file.bodies[encoding] ?? file.bodies.identity;
    // Each encoding is other bytes, so each has a tag of its own.
    const etag = `"${file.etag}${encoding === 'identity' ? '' : `-${encoding}`}"`;
    c.header('etag', etag);
    c.header('vary', 'accept-encoding');
    c.header('cache-control', keeping(path, isFile));
    const known = c.req.header('if-none-match')?.split(/\s*,\s*/) ?? [];
    if (known.includes(etag) || known.includes(`W/${etag}`)) return c.body(null, 304);
    c.header('content-type', file.type);
    c.header('x-content-type-options', 'nosniff');
    // A policy is of the page that was opened, and of a picture opened by itself; code has none.
    if (!path.startsWith('/assets/')) {
      c.header('content-security-policy', policy);
      c.header('referrer-policy', 'same-origin');
    }
    if (encoding !== 'identity') c.header('content-encoding', encoding);
    c.header('content-length', String(body.length));
    return c.body(body);
  });
  return app;
};
