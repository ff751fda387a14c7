import { expect } from 'vitest';

/**
 * Two results agree to `digits` significant digits, element by element; where the expected value
 * is 0 (or vanishingly small beside the largest), to the same absolute difference of the largest.
 */
export function expectAgree(
  actual: ArrayLike<number> | number,
  expected: ArrayLike<number> | number,
  digits = 6,
): void {
  const left = typeof actual === 'number' ? [actual] : Array.from(actual);
  const right = typeof expected === 'number' ? [expected] : Array.from(expected);
  expect(left.length).toBe(right.length);
  const largest = Math.max(0, ...right.filter(Number.isFinite).map(Math.abs));
  const tolerance = 0.5 * 10 ** (1 - digits);
  for (let i = 0; i < right.length; i++) {
    const a = left[i] as number;
    const b = right[i] as number;
    if (Object.is(a, b) || a === b) continue;
    const allowed = tolerance * Math.max(Math.abs(b), 1e-6 * largest);
    if (Math.abs(a - b) <= allowed) continue;
    expect.fail(`[${i}]: ${a} where ${b} is expected (${digits} digits)`);
  }
}
