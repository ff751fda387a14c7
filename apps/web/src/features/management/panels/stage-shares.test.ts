import { describe, expect, it } from 'vitest';
import { missingOf, sharesOfWhole } from './stage-shares.ts';

const of = (...shares: (number | null)[]) => shares.map((share) => ({ share }));

describe('shares of a year', () => {
  it('stay as they are up to the whole, and make it where they add to more', () => {
    expect(sharesOfWhole(of(0.25, null, 0.5))).toEqual(of(0.25, null, 0.5));
    expect(sharesOfWhole(of(0.75, 0.5))).toEqual(of(0.6, 0.4));
    expect(sharesOfWhole(of(null))).toEqual(of(null));
  });
  it('leave what is not shown, where anything is', () => {
    expect(missingOf(of(0.25, null, 0.5))).toBe(0.25);
    expect(missingOf(of(0.25, 0.5))).toBeNull();
    expect(missingOf(of(0.999, null))).toBeNull();
    expect(missingOf(of(null, null))).toBe(1);
  });
});
