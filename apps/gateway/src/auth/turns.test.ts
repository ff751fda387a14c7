import { expect, test } from 'vitest';
import { turns } from './turns.ts';

const gate = () => Promise.withResolvers<void>();
const ticks = () => new Promise((next) => setImmediate(next));

test('so much of one key is under way at once, the rest in its order; another key waits for none of it', async () => {
  const inTurn = turns(2, 10);
  const begun: string[] = [];
  const gates = new Map(['a1', 'a2', 'a3', 'a4', 'b1'].map((name) => [name, gate()]));
  const run = (name: string) =>
    inTurn(name[0] as string, async () => {
      begun.push(name);
      await gates.get(name)?.promise;
      return name;
    });
  const done = [...gates.keys()].map(run);
  await ticks();
  expect(begun).toEqual(['a1', 'a2', 'b1']);
  gates.get('a2')?.resolve();
  await ticks();
  expect(begun).toEqual(['a1', 'a2', 'b1', 'a3']);
  for (const one of gates.values()) one.resolve();
  expect(await Promise.all(done)).toEqual(['a1', 'a2', 'a3', 'a4', 'b1']);
});

test('work that fails hands its place on, and the line ends with the last', async () => {
  const inTurn = turns(1, 10);
  const fails = inTurn('a', () => Promise.reject(new Error('no')));
  const next = inTurn('a', async () => 'done');
  await expect(fails).rejects.toThrow('no');
  expect(await next).toBe('done');
  expect(await inTurn('a', async () => 'again')).toBe('again');
});

test('what is too much to wait is not done', async () => {
  const inTurn = turns(1, 1);
  const { promise, resolve } = gate();
  const first = inTurn('a', () => promise);
  const second = inTurn('a', async () => 'second');
  expect(await inTurn('a', async () => 'third')).toBeNull();
  resolve();
  await first;
  expect(await second).toBe('second');
});
