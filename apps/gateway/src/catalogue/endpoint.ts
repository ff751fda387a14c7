import { createHash } from 'node:crypto';
import type { Principal } from '@nodp/database';
import { type Context, Hono } from 'hono';
import { addressOf, type FromNode } from '../auth/address.ts';
import type { AskGraph } from '../beacon/endpoint.ts';
import type { SharedLimits } from '../endpoints/shared-limit.ts';
import { CATALOGUE, type Catalogue, catalogueOf } from './facts.ts';
import { dcat, schemaOrg } from './metadata.ts';
import { cataloguePage, type Language, STYLE } from './page.ts';

/** Looks of one address in a minute. */
const LOOKED = { points: 60, duration: 60 };
/** Milliseconds for which an answer is held: a release never changes, and a new one may wait so long. */
const HELD = 60_000;

interface CatalogueServices {
  readonly url: () => string;
  readonly ask: AskGraph;
  readonly proxies: number;
  readonly limits: SharedLimits;
}

/** Everybody: what they are told comes out of one budget, and is the same for all. */
const everybody: Principal = {
  accountId: 'catalogue',
  name: { en: 'Catalogue', zh: '目录' },
  role: 'RESEARCHER',
  institutionId: null,
};

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const languageOf = (c: Context): Language => {
  const asked = c.req.query('lang');
  if (asked === 'zh' || asked === 'en') return asked;
  return /^\s*zh\b/i.test(c.req.header('accept-language') ?? '') ? 'zh' : 'en';
};

/** The catalogue of data, without sign-in: a page in either language, schema.org and DCAT. */
export const catalogueEndpoint = ({ url, ask, proxies, limits }: CatalogueServices) => {
  const app = new Hono<{ Bindings: FromNode }>();
  const rate = limits('catalogue', LOOKED);
  let held: { readonly at: number; readonly catalogue: Catalogue } | null = null;
  const read = async (): Promise<Catalogue | null> => {
    if (held !== null && Date.now() - held.at < HELD) return held.catalogue;
    const { data, codes } = await ask(everybody, CATALOGUE, {});
    if (codes.length > 0) return held?.catalogue ?? null;
    held = { at: Date.now(), catalogue: catalogueOf(data) };
    return held.catalogue;
  };
  const here = (): string => url().replace(/\/$/, '');
  app.use('*', async (c, next) => {
    const from = addressOf(c.env, c.req.header('x-forwarded-for'), proxies);
    if ((await rate.take(from)) > 0)
      return c.text('Too many looks. Try again in a minute. / 访问过于频繁，请稍后再试。', 429);
    return next();
  });
  const told = async (c: Context, of: (catalogue: Catalogue) => Response) => {
    const catalogue = await read();
    return catalogue === null
      ? c.text(
          'The catalogue cannot be read now. Try again in a minute. / 目录暂时无法读取，请稍后再试。',
          503,
        )
      : of(catalogue);
  };
  const json = (c: Context, body: object) =>
    c.body(JSON.stringify(body), 200, {
      'content-type': 'application/ld+json; charset=utf-8',
      'access-control-allow-origin': '*',
    });
  app.get('/', (c) =>
    told(c, (catalogue) => {
      c.header('content-security-policy', POLICY);
      c.header('vary', 'accept-language');
      return c.html(cataloguePage(catalogue, languageOf(c), here()));
    }),
  );
  app.get('/schema.jsonld', (c) => told(c, (catalogue) => json(c, schemaOrg(catalogue, here()))));
  app.get('/dcat.jsonld', (c) => told(c, (catalogue) => json(c, dcat(catalogue, here()))));
  return app;
};
