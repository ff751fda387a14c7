import { describe, expect, it } from 'vitest';
import { rangeWith } from './value-range.ts';

describe('the range of a laboratory chart', () => {
  it('takes in reference limits that lie near the values', () => {
    const [from, to] = rangeWith(128, 135, 115, 150);
    expect(from).toBeLessThan(115);
    expect(to).toBeGreaterThan(150);
  });
  it('leaves out a limit so far off that the curve would be flat', () => {
    expect(rangeWith(2, 3, null, 400)[1]).toBeLessThan(5);
  });
  it('does not show negative amounts of what cannot be negative', () => {
    expect(rangeWith(0.1, 30, null, 5)[0]).toBe(0);
    expect(rangeWith(-8, -2, null, null)[0]).toBeLessThan(-8);
  });
  it('gives a single value room above and below', () => {
    const [from, to] = rangeWith(7, 7, null, null);
    expect(from).toBeLessThan(7);
    expect(to).toBeGreaterThan(7);
  });
});
