import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Disclosed, type DisclosureRule, defaultRule, disclose } from './disclosed.ts';
import { discloseNested } from './nested.ts';
import { discloseTable } from './table.ts';

const exact: DisclosureRule = { minimumCell: 10, roundTo: 1 };
const values = (cells: readonly Disclosed[]) => cells.map((cell) => cell.value);

describe('one count', () => {
  test('nobody and nine look alike; ten is shown', () => {
    expect(disclose(0)).toEqual({ value: null, suppressed: true });
    expect(disclose(9)).toEqual(disclose(0));
    expect(disclose(10)).toEqual({ value: 10, suppressed: false });
    expect(disclose(12_344)).toEqual({ value: 12_340, suppressed: false });
    expect(() => disclose(-1)).toThrow(RangeError);
    expect(() => disclose(1.5)).toThrow(RangeError);
  });
});

describe('attack: a hidden cell from the total and the rest', () => {
  test('the smallest shown cell is hidden with a lone hidden one', () => {
    expect(values(discloseTable([100, 40, 4], exact))).toEqual([100, null, null]);
  });
  test('two hidden cells that are few together get company', () => {
    expect(values(discloseTable([100, 40, 1, 2], exact))).toEqual([100, null, null, null]);
    expect(values(discloseTable([100, 40, 6, 7], exact))).toEqual([100, 40, null, null]);
  });
  test('cells of nobody need none', () => {
    expect(values(discloseTable([100, 40, 0, 0], exact))).toEqual([100, 40, null, null]);
  });
  test('whatever the table, what the total leaves is nobody or not few, and of two cells at least', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 12 }), (counts) => {
        const cells = discloseTable(counts, exact);
        const left = counts.filter((n, i) => cells[i]?.suppressed && n > 0);
        const sum = left.reduce((a, b) => a + b, 0);
        const everything = cells.every((cell) => cell.suppressed);
        expect(sum === 0 || everything || (sum >= 10 && left.length > 1)).toBe(true);
        cells.forEach((cell, i) => {
          if (!cell.suppressed) expect(counts[i]).toBeGreaterThanOrEqual(10);
        });
      }),
    );
  });
});

describe('attack: subtracting steps within one answer', () => {
  test('a step that loses a few is hidden where counts are exact', () => {
    expect(values(discloseNested([100, 97, 60, 9], exact))).toEqual([100, null, 60, null]);
    expect(values(discloseNested([100, 100, 90], exact))).toEqual([100, 100, 90]);
  });
  test('no two shown steps differ by a few', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { minLength: 2, maxLength: 10 }), (list) => {
        const nested = [...list].sort((a, b) => b - a);
        const seen = values(discloseNested(nested, exact)).filter((v) => v !== null);
        for (let i = 0; i < seen.length; i++) {
          for (let j = i + 1; j < seen.length; j++) {
            const difference = (seen[i] as number) - (seen[j] as number);
            expect(difference > 0 && difference < 10).toBe(false);
          }
        }
      }),
    );
  });
});

describe('attack: subtracting two answers', () => {
  test('a cohort with and without one person: exact counts tell, rounded ones do not', () => {
    const withAndWithout = (rule: DisclosureRule) =>
      [disclose(1_003, rule).value, disclose(1_002, rule).value] as const;
    expect(withAndWithout(exact)).toEqual([1_003, 1_002]);
    expect(withAndWithout(defaultRule)).toEqual([1_000, 1_000]);
  });

  test('every pair of answers also fits a difference of none or of the minimum cell and more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 500 }), fc.integer({ min: 1, max: 9 }), (n, few) => {
        const answer = (count: number) => disclose(count, defaultRule).value;
        const [seen, more] = [answer(n), answer(n + few)];
        const consistent: number[] = [];
        for (let a = 10; a <= 520; a++) {
          for (let b = a; b <= a + 25; b++)
            if (answer(a) === seen && answer(b) === more) consistent.push(b - a);
        }
        expect(consistent.some((d) => d === 0 || d >= 10)).toBe(true);
        expect(new Set(consistent).size).toBeGreaterThanOrEqual(5);
      }),
      { numRuns: 30 },
    );
  });
});
