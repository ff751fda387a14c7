import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addObjects } from './images.ts';
import { filesUnder } from './packed.ts';

let place: string;
beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'nodp-images-'));
});
afterAll(() => rm(place, { recursive: true, force: true }));

const put = async (folder: string, text: string): Promise<string> => {
  const hash = createHash('sha256').update(text).digest('hex');
  const path = join(hash.slice(0, 2), hash.slice(2, 4), hash);
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), text);
  return path;
};
const never = new AbortController().signal;

test('what is there already is not copied again, what is half received never', async () => {
  const [from, to] = [join(place, 'from'), join(place, 'to')];
  expect(await addObjects(from, to, never)).toBe(0);
  const one = await put(from, 'one');
  await mkdir(join(from, 'incoming'), { recursive: true });
  await writeFile(join(from, 'incoming', 'half'), 'ha');
  expect(await addObjects(from, to, never)).toBe(1);
  const two = await put(from, 'two');
  expect(await addObjects(from, to, never)).toBe(1);
  expect(await filesUnder(to)).toEqual([one, two].sort());
  expect(await readFile(join(to, two), 'utf8')).toBe('two');
});

test('what was added before an end by hand stays, and the next goes on', async () => {
  const [from, to] = [join(place, 'many'), join(place, 'some')];
  for (let i = 0; i < 30; i++) await put(from, `object ${i}`);
  const stop = new AbortController();
  await expect(
    addObjects(from, to, stop.signal, (share) => share > 0.4 && stop.abort()),
  ).rejects.toThrow();
  const before = (await filesUnder(to)).length;
  expect(before).toBeGreaterThan(0);
  expect(await addObjects(from, to, never)).toBe(30 - before);
});
