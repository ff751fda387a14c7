import { expect, test } from 'vitest';
import { regularly } from './regularly.ts';

/** No look of these asks the database, so that none is connected to. */
const nowhere = 'postgres://nobody@127.0.0.1:1/none';
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

test('a look that is slow is not overtaken, and none waits behind it; stopping waits for the one under way', async () => {
  let [begun, ended] = [0, 0];
  const running = regularly(
    nowhere,
    async () => {
      begun++;
      await wait(60);
      ended++;
    },
    { seconds: 0.005, onError: () => {} },
  );
  await wait(150);
  await running.stop();
  expect(ended).toBe(begun);
  expect(begun).toBeGreaterThan(1);
  // Thirty were due.
  expect(begun).toBeLessThan(6);
});

test('a look that fails is told of, and the next comes', async () => {
  const told: string[] = [];
  const running = regularly(nowhere, () => Promise.reject(new Error('away')), {
    seconds: 0.005,
    onError: ({ message }) => told.push(message),
  });
  await expect.poll(() => told.length, { timeout: 10_000 }).toBeGreaterThan(1);
  await running.stop();
  expect(new Set(told)).toEqual(new Set(['away']));
});
