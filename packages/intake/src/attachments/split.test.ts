import { createHash, randomBytes } from 'node:crypto';
import { isStoredApart, placeholderOf, TOO_LONG_PLACEHOLDER } from '@nodp/record/fhir';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutLongAttachments } from './split.ts';

const MB = 2 ** 20;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Cuts a text into pieces of so many bytes and puts together what is passed on, and what was stored. */
const pass = async (text: string, size = 65_536) => {
  const stored: (Buffer | null)[] = [];
  const bytes = Buffer.from(text);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const begin = async () => {
    const at = stored.push(null) - 1;
    const pieces: Uint8Array[] = [];
    return {
      write: async (piece: Uint8Array) => void pieces.push(piece),
      end: async () => {
        const whole = Buffer.concat(pieces);
        stored[at] = whole;
        return sha256(whole);
      },
      drop: async () => void pieces.splice(0),
    };
  };
  const passed: Uint8Array[] = [];
  for await (const part of withoutLongAttachments(chunks(), begin)) passed.push(part);
  return { text: Buffer.concat(passed).toString(), stored };
};

test('a long attachment is stored, and a placeholder that says which stands in its place', async () => {
  const content = randomBytes(2 * MB + 1);
  const resource = {
    id: 'x',
    content: [{ attachment: { data: content.toString('base64'), title: '病理"报告\\' } }],
    note: 'ä',
  };
  for (const size of [7_001, 65_536, 10 * MB]) {
    const { text, stored } = await pass(JSON.stringify(resource), size);
    expect(stored).toEqual([content]);
    const data = placeholderOf(sha256(content), content.length);
    expect(JSON.parse(text)).toEqual({
      ...resource,
      content: [{ attachment: { ...resource.content[0]?.attachment, data } }],
    });
    expect(isStoredApart(data)).toBe(true);
    expect(Buffer.from(data, 'base64').toString('base64')).toBe(data);
  }
});

test('slashes and lines may be written as JSON allows', async () => {
  const content = Buffer.alloc(1.5 * MB, 0xff);
  const lines = content.toString('base64').replace(/.{1000}/g, '$&\n');
  const written = `{"data" : ${JSON.stringify(lines).replaceAll('/', '\\/')}}`;
  for (const size of [997, 65_536]) expect((await pass(written, size)).stored).toEqual([content]);
});

test('what is no base64 is not taken for it, and one of more than 50 MB is said to be too long', async () => {
  const wrong = await pass(`{"data":"${'A'.repeat(2 * MB)}!${'A'.repeat(99)}"}`);
  expect(JSON.parse(wrong.text)).toEqual({ data: '?' });
  expect(wrong.stored).toEqual([null]);
  const long = await pass(`{"data":"${'A'.repeat(68 * MB)}","a":1}`);
  expect(JSON.parse(long.text)).toEqual({ data: TOO_LONG_PLACEHOLDER, a: 1 });
  expect(long.stored).toEqual([null]);
});

test('one that breaks off is forgotten', async () => {
  const { text, stored } = await pass(`{"data":"${'A'.repeat(2 * MB)}`);
  expect(text).toBe('{"data":"');
  expect(stored).toEqual([null]);
});

test('every other text passes as it is, however it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), fc.integer({ min: 1, max: 20 }), async (json, size) => {
      const text = `{"data":${json},"text":"${'x'.repeat(30)}\\""}`;
      expect(await pass(text, size)).toEqual({ text, stored: [] });
    }),
  );
  const long = JSON.stringify({ text: 'A'.repeat(2 * MB), data: 'QUJD' });
  expect(await pass(long)).toEqual({ text: long, stored: [] });
});
