import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { signInAttempts } from './attempts.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const HERE = '192.0.2.1';
const ELSEWHERE = '198.51.100.7';

test('five wrong passwords are free; each further one waits twice as long, up to five minutes', async () => {
  const attempts = signInAttempts();
  const waits: number[] = [];
  for (let n = 0; n < 15; n++) {
    await attempts.failed(HERE, 'followup');
    const seconds = await attempts.wait(HERE, 'followup');
    waits.push(seconds);
    vi.advanceTimersByTime(seconds * 1000);
    expect(await attempts.wait(HERE, 'followup')).toBe(0);
  }
  expect(waits).toEqual([0, 0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
});

test('wrong passwords from elsewhere shut nobody out', async () => {
  const attempts = signInAttempts();
  for (let n = 0; n < 50; n++) await attempts.failed(ELSEWHERE, 'followup');
  expect(await attempts.wait(ELSEWHERE, 'followup')).toBeGreaterThan(0);
  expect(await attempts.wait(HERE, 'followup')).toBe(0);
});

test('the right password forgets the wrong ones before it', async () => {
  const attempts = signInAttempts();
  for (let n = 0; n < 5; n++) await attempts.failed(HERE, 'followup');
  await attempts.succeeded(HERE, 'followup');
  await attempts.failed(HERE, 'followup');
  expect(await attempts.wait(HERE, 'followup')).toBe(0);
});

test('one password on a hundred names: the address waits, whatever the next name is', async () => {
  const attempts = signInAttempts();
  for (let n = 0; n <= 100; n++) await attempts.failed(HERE, `account-${n}`);
  expect(await attempts.wait(HERE, 'one-more')).toBeGreaterThan(0);
  expect(await attempts.wait(ELSEWHERE, 'one-more')).toBe(0);
});
