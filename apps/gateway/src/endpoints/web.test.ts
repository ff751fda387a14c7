import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { precompress } from '../../../web/scripts/precompressed.ts';
import { webEndpoint } from './web.ts';

const script = 'document.documentElement.lang = "zh-CN";';
const page = `<!doctype html><title>NODP</title><style>p{margin:0}</style><script>${script}</script>${'<p>病</p>'.repeat(300)}`;
const code = 'export const n = 1;\n'.repeat(400);

let folder: string;
let app: Hono;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-web-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, 'assets/app-1a2b.js'), code);
  await writeFile(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(folder, 'persisted-documents.json'), '{"hash":"{ me { id } }"}');
  await precompress(folder);
  app = webEndpoint(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const get = (path: string, headers: Record<string, string> = {}) =>
  Promise.resolve(app.request(path, { headers }));

test('a file of the app leaves as its build compressed it, and is kept for good', async () => {
  const response = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip, deflate, br' });
  expect(response.headers.get('content-encoding')).toBe('br');
  expect(response.headers.get('vary')).toBe('accept-encoding');
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.length).toBe(Number(response.headers.get('content-length')));
  expect(brotliDecompressSync(bytes).toString()).toBe(code);
});

test('gzip and plain are there for who asks for them, each with its own tag', async () => {
  const gzipped = await get('/assets/app-1a2b.js', { 'accept-encoding': 'gzip' });
  expect(gunzipSync(Buffer.from(await gzipped.arrayBuffer())).toString()).toBe(code);
  const plain = await get('/assets/app-1a2b.js');
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(plain.headers.get('vary')).toBe('accept-encoding');
  expect(await plain.text()).toBe(code);
  expect(gzipped.headers.get('etag')).not.toBe(plain.headers.get('etag'));
});

test('every view is the page, asked for anew each time and not sent again where it is the same', async () => {
  const first = await get('/clinical/patients/pat_x', { 'accept-encoding': 'br' });
  expect(first.headers.get('cache-control')).toBe('no-cache');
  expect(brotliDecompressSync(Buffer.from(await first.arrayBuffer())).toString()).toBe(page);
  const etag = first.headers.get('etag') ?? '';
  const again = await get('/', { 'accept-encoding': 'br', 'if-none-match': `"other", W/${etag}` });
  expect(again.status).toBe(304);
  expect(again.headers.get('etag')).toBe(etag);
  expect(await again.text()).toBe('');
  const otherwise = await get('/', { 'accept-encoding': 'gzip', 'if-none-match': etag });
  expect(otherwise.status).toBe(200);
});

test('a file that is not there is not the page', async () => {
  for (const path of ['/assets/app-former.js', '/other.svg', '/assets/../index.html.br']) {
    expect((await get(path)).status, path).toBe(path.includes('..') ? 200 : 404);
  }
  const traversal = await get('/assets/..%2fpersisted-documents.json');
  expect(traversal.status).toBe(404);
});

test('the documents of the app are the gateway’s alone', async () => {
  expect(await (await get('/persisted-documents.json')).text()).toBe(page);
});

test('of scripts and styles in the page, only its own are taken', async () => {
  const policy = (await get('/')).headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src 'self' 'sha256-[A-Za-z0-9+/]{43}='/);
  expect(policy).not.toContain('unsafe');
  // An element without text, and the page's own.
  expect(policy).toMatch(/style-src 'self' 'sha256-47DEQpj8[^']+' 'sha256-[A-Za-z0-9+/]{43}='/);
});

test('before it is built, it is said how to build it', async () => {
  const response = await webEndpoint(join(folder, 'nowhere')).request('/');
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('npm run build');
});
