import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const contentSecurity = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** The web app: its files, and its page for every address that is one of its views. */
export const webEndpoint = (folder: string) => {
  const app = new Hono();
  app.use('*', async (c, next) => {
    await next();
    c.header('content-security-policy', contentSecurity);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'same-origin');
  });
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('*', (c) =>
      c.text('The web app is not built: run npm start, or npm run build -w apps/web.', 503),
    );
    return app;
  }
  app.use(
    '/assets/*',
    serveStatic({
      root: folder,
      precompressed: true,
      onFound: (_path, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
    }),
  );
  app.get('/:file{[a-z0-9-]+\\.(?:svg|ico|png|txt|webmanifest)}', serveStatic({ root: folder }));
  app.get('*', async (c) => {
    c.header('cache-control', 'no-cache');
    return c.html(await readFile(join(folder, 'index.html'), 'utf8'));
  });
  return app;
};
