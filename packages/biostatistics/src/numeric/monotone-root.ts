import { BiostatisticsError } from '../errors.ts';

/** A function's value and its derivative (0 when unknown: the step is then a bisection). */
export type ValueAndSlope = { readonly value: number; readonly slope: number };

/**
 * The zero of a monotone function: Newton's steps, kept inside a bracket that first widens from
 * `start` and then only shrinks, so it converges wherever a zero exists between `low` and `high`
 * (Press et al., Numerical Recipes, 3rd ed., §9.4, rtsafe).
 *
 * @param start where to begin, inside (low, high)
 * @param step first widening of the bracket; doubled each time
 * @returns x with f(x) = 0 to the last few bits of x
 * @throws {BiostatisticsError} `not-converged` when f does not change sign
 */
export function monotoneRoot(
  f: (x: number) => ValueAndSlope,
  start: number,
  {
    low = -Infinity,
    high = Infinity,
    step = 1,
  }: { low?: number; high?: number; step?: number } = {},
): number {
  let x = Math.min(Math.max(start, low), high);
  let at = f(x);
  if (at.value === 0) return x;
  let left = x;
  let right = x;
  const startSign = Math.sign(at.value);
  let bracketed = false;
  for (let width = step, tries = 0; tries < 1100 && !bracketed; width *= 2, tries++) {
    const nextLeft = Math.max(low, left - width);
    const nextRight = Math.min(high, right + width);
    if (nextLeft < left && Math.sign(f(nextLeft).value) !== startSign) {
      right = left;
      left = nextLeft;
      bracketed = true;
    } else if (nextRight > right && Math.sign(f(nextRight).value) !== startSign) {
      left = right;
      right = nextRight;
      bracketed = true;
    } else {
      if (nextLeft === left && nextRight === right) break;
      left = nextLeft;
      right = nextRight;
    }
  }
  if (!bracketed) {
    throw new BiostatisticsError('not-converged', 'f', 'does not cross zero in the range given');
  }
  const leftSign = Math.sign(f(left).value);
  x = left + (right - left) / 2;
  let before = right - left;
  for (let iteration = 0; iteration < 200; iteration++) {
    at = f(x);
    if (at.value === 0) return x;
    if (Math.sign(at.value) === leftSign) left = x;
    else right = x;
    const newton = x - at.value / at.slope;
    const halves = Math.abs(newton - x) <= before / 2;
    const next = newton > left && newton < right && halves ? newton : left + (right - left) / 2;
    before = Math.abs(next - x);
    if (before <= 2 * Number.EPSILON * Math.abs(next) || next === left || next === right) {
      return next;
    }
    x = next;
  }
  return x;
}
