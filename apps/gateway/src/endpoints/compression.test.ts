import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { compression, encodingFor } from './compression.ts';

const decoded = async (response: Response): Promise<string> => {
  const bytes = Buffer.from(await response.arrayBuffer());
  const encoding = response.headers.get('content-encoding');
  if (encoding === 'br') return brotliDecompressSync(bytes).toString();
  if (encoding === 'gzip') return gunzipSync(bytes).toString();
  expect(encoding).toBeNull();
  return bytes.toString();
};

/** A server that answers one body, asked once. */
const answered = (
  body: BodyInit,
  answerHeaders: Record<string, string>,
  accept?: string,
  method = 'POST',
) => {
  const app = new Hono();
  app.use('*', compression());
  app.all('*', () => new Response(body, { status: 207, headers: answerHeaders }));
  const headers = accept === undefined ? undefined : { 'accept-encoding': accept };
  return app.request('/', { method, ...(headers && { headers }) });
};

const json = { 'content-type': 'application/graphql-response+json; charset=utf-8' };
const long = JSON.stringify({ data: Array.from({ length: 400 }, (_, i) => `病理 ${i}`) });

describe('what a client likes best', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=1.0, br;q=0.2', 'gzip'],
    ['*', 'br'],
    ['identity', 'identity'],
    ['deflate', 'identity'],
    ['', 'identity'],
    [undefined, 'identity'],
  ])('of %s is %s', (accept, encoding) => expect(encodingFor(accept)).toBe(encoding));

  test('is chosen among what is there', () =>
    expect(encodingFor('br, gzip', ['gzip', 'identity'])).toBe('gzip'));
});

test('a long answer is compressed, says so, and keeps its status and headers', async () => {
  const response = await answered(long, { ...json, 'x-request-id': '7' }, 'gzip, br');
  expect(response.status).toBe(207);
  expect(response.headers.get('content-encoding')).toBe('br');
  expect(response.headers.get('vary')).toBe('accept-encoding');
  expect(response.headers.get('content-type')).toBe(json['content-type']);
  expect(response.headers.get('x-request-id')).toBe('7');
  expect(Number(response.headers.get('content-length'))).toBeLessThan(long.length / 3);
  expect(await decoded(response)).toBe(long);
});

test('a cookie set beside it stays', async () => {
  const response = await answered(long, { ...json, 'set-cookie': 'a=1; HttpOnly' }, 'gzip');
  expect(response.headers.getSetCookie()).toEqual(['a=1; HttpOnly']);
});

test.each([
  ['a short answer', '{"data":null}', json],
  ['a picture', long, { 'content-type': 'image/png' }],
  ['events sent one by one', long, { 'content-type': 'text/event-stream' }],
  ['what must not be transformed', long, { ...json, 'cache-control': 'no-transform' }],
])('%s stays as it is', async (_, body, headers) => {
  const response = await answered(body, headers, 'br');
  expect(response.headers.get('content-encoding')).toBeNull();
  expect(await response.text()).toBe(body);
});

test('what is compressed already is not compressed again', async () => {
  const response = await answered(long, { ...json, 'content-encoding': 'zstd' }, 'br');
  expect(response.headers.get('content-encoding')).toBe('zstd');
});

test('an answer that depends on the encoding says so where it is sent plain, too', async () => {
  const response = await answered(long, { ...json, vary: 'cookie' });
  expect(response.headers.get('vary')).toBe('cookie, accept-encoding');
  expect(await response.text()).toBe(long);
});

test('a strong tag becomes a weak one', async () => {
  const response = await answered(long, { ...json, etag: '"a"' }, 'br');
  expect(response.headers.get('etag')).toBe('W/"a"');
});

test('a file that comes in parts leaves in parts', async () => {
  let sent = 0;
  const parts = new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode(`${sent},"line"\r\n`.repeat(1_000)));
      if (++sent === 20) controller.close();
    },
  });
  const response = await answered(parts, { 'content-type': 'text/csv; charset=utf-8' }, 'gzip');
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect((await decoded(response)).split('\r\n')).toHaveLength(20_001);
});

test('whatever is answered is read back the same', () =>
  fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme', maxLength: 4_000 }),
      fc.constantFrom(undefined, 'br', 'gzip', 'gzip;q=0.5, br;q=0.4', 'zstd'),
      async (body, accept) => {
        const response = await answered(body, json, accept);
        expect(await decoded(response)).toBe(Buffer.from(body).toString());
      },
    ),
    { numRuns: 60 },
  ));
