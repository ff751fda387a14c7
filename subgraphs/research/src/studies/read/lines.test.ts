import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linesOf } from './lines.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-lines-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = async (name: string, content: string | Uint8Array): Promise<string[]> => {
  const path = join(folder, name);
  await writeFile(path, content);
  const found: string[] = [];
  for await (const { number, text } of linesOf(path)) found.push(`${number} ${text}`);
  return found;
};

test('lines of a file, packed or not, with a mark of byte order and either end', async () => {
  const text = '\uFEFFA\tB\r\n病\t2\n\nlast';
  const lines = ['1 A\tB', '2 病\t2', '3 ', '4 last'];
  expect(await read('plain.txt', text)).toEqual(lines);
  expect(await read('packed.txt.gz', gzipSync(text))).toEqual(lines);
});

test('a packed file of one line without an end is refused with its line, in little memory', async () => {
  const bomb = gzipSync(Buffer.concat([Buffer.from('A\n'), Buffer.alloc(200e6, 0x78)]));
  await expect(read('bomb.txt.gz', bomb)).rejects.toThrow('bomb.txt.gz: line 2 is longer');
});

test('a packed file that is cut off is told', async () => {
  await expect(read('cut.txt.gz', gzipSync('A\nB\n').subarray(0, 15))).rejects.toThrow();
});
