import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Counted,
  counted,
  joined,
  type Keyed,
  movedTogether,
  partOf,
  together,
} from './counted.ts';
import { type Disclosed, disclose } from './disclosed.ts';
import { addPerson, areNear, areSame, printed, SUMS } from './fingerprint.ts';
import { type DisclosureRule, defaultRule } from './rule.ts';
import { cellAt, discloseTable } from './table.ts';

const exact: DisclosureRule = { minimumCell: 10, variance: 0, deviation: 0, never: [] };
const values = (cells: readonly Disclosed[]) => cells.map((cell) => cell.value);

/** Keys of so many persons, as a secret would give them; the same for the same seed. */
const keysOf = (persons: number, seed = 1): Uint32Array => {
  let state = seed;
  return Uint32Array.from({ length: persons }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    let h = state;
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
    return (h ^ (h >>> 15)) >>> 0;
  });
};
const setOf = (keys: Iterable<number>): Keyed =>
  joined(Array.from(keys, (key) => ({ count: 1, key })));
const still = (counts: readonly number[]): Counted[] =>
  counts.map((count) => counted({ count, key: 0 }, exact));

test('a cell is found by its place, and one that is not there is no suppressed one', () => {
  const shown = discloseTable(still([12, 40]), exact);
  expect(cellAt(shown, 1)).toEqual({ value: 40, suppressed: false });
  expect(() => cellAt(shown, 2)).toThrow(RangeError);
});

describe('one count', () => {
  test('nobody and nine look alike; ten is shown', () => {
    const of = (count: number) => disclose({ count, key: 7 }, exact);
    expect(of(0)).toEqual({ value: null, suppressed: true });
    expect(of(9)).toEqual(of(0));
    expect(of(10)).toEqual({ value: 10, suppressed: false });
    expect(() => of(-1)).toThrow(RangeError);
    expect(() => of(1.5)).toThrow(RangeError);
  });

  test('the same persons are moved alike however they were put together, others otherwise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 400 }), fc.nat(19), fc.nat(), (n, at, seed) => {
        const keys = [...keysOf(n, seed + 1)];
        const parts = [setOf(keys.slice(0, at)), setOf(keys.slice(at).toReversed())];
        expect(disclose(joined(parts))).toEqual(disclose(setOf(keys)));
      }),
    );
    const shown = new Set(
      Array.from({ length: 200 }, (_, i) => disclose(setOf(keysOf(100, i + 1))).value),
    );
    expect(shown.size).toBeGreaterThan(8);
  });

  test('over many sets: mean 0, the variance stated, at most the deviation, nothing below the minimum', () => {
    const moves = Array.from(
      { length: 4000 },
      (_, i) => counted(setOf(keysOf(50, i + 1)), defaultRule).moved,
    );
    const mean = moves.reduce((a, b) => a + b, 0) / moves.length;
    const variance = moves.reduce((a, b) => a + (b - mean) ** 2, 0) / moves.length;
    // Four standard errors.
    expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(8 / 4000));
    expect(Math.abs(variance - 8)).toBeLessThan(1);
    expect(Math.max(...moves.map(Math.abs))).toBeLessThanOrEqual(defaultRule.deviation);
    for (let i = 0; i < 500; i++) {
      const { value } = disclose(setOf(keysOf(10 + (i % 10), i + 1)));
      expect(value ?? 10).toBeGreaterThanOrEqual(10);
    }
  });

  test('parts chosen freely are moved one by one: their sum is the sum of what each is', () => {
    const parts = Array.from({ length: 6 }, (_, i) => setOf(keysOf(30 + i, i + 1)));
    const each = parts.map((part) => counted(part, defaultRule).moved);
    expect(together(parts, defaultRule).moved).toBe(each.reduce((a, b) => a + b, 0));
  });

  test('a part named after its set is moved by itself, never below nobody', () => {
    const of = counted(setOf(keysOf(400)), defaultRule);
    const moves = Array.from(
      { length: 300 },
      (_, name) => partOf(of, name, 100, defaultRule).moved,
    );
    expect(new Set(moves).size).toBeGreaterThan(8);
    expect(partOf(of, 3, 100, defaultRule)).toEqual(partOf(of, 3, 100, defaultRule));
    for (let name = 0; name < 300; name++)
      expect(partOf(of, name, 1, defaultRule).moved).toBeGreaterThanOrEqual(-1);
  });

  test('counts that are weighed are moved in proportion, by another move under another salt', () => {
    const of = counted(setOf(keysOf(100)), defaultRule);
    const ages = Float64Array.of(60, 40);
    const all = Array.from({ length: 100 }, (_, salt) =>
      movedTogether(ages, of, salt, defaultRule),
    );
    for (const [a = 0, b = 0] of all) {
      expect(a / b).toBeCloseTo(1.5, 9);
      expect(Math.abs(a + b - 100)).toBeLessThanOrEqual(defaultRule.deviation);
    }
    expect(new Set(all.map(([a]) => a)).size).toBeGreaterThan(5);
  });
});

describe('attack: a hidden cell from the total and the rest', () => {
  test('the smallest shown cell is hidden with a lone hidden one', () => {
    expect(values(discloseTable(still([100, 40, 4]), exact))).toEqual([100, null, null]);
  });
  test('two hidden cells that are few together get company', () => {
    expect(values(discloseTable(still([100, 40, 1, 2]), exact))).toEqual([100, null, null, null]);
    expect(values(discloseTable(still([100, 40, 6, 7]), exact))).toEqual([100, 40, null, null]);
  });
  test('cells of nobody need none', () => {
    expect(values(discloseTable(still([100, 40, 0, 0]), exact))).toEqual([100, 40, null, null]);
  });
  test('whatever the table, what the total leaves is nobody or not few, and of two cells at least', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(60), fc.nat(2 ** 32 - 1)), { minLength: 1, maxLength: 12 }),
        (sets) => {
          const counts = sets.map(([count]) => count);
          const cells = discloseTable(
            sets.map(([count, key]) => counted({ count, key }, defaultRule)),
          );
          const left = counts.filter((n, i) => cells[i]?.suppressed && n > 0);
          const sum = left.reduce((a, b) => a + b, 0);
          const everything = cells.every((cell) => cell.suppressed);
          expect(sum === 0 || everything || (sum >= 10 && left.length > 1)).toBe(true);
          cells.forEach((cell, i) => {
            if (cell.value === null) return;
            expect(counts[i]).toBeGreaterThanOrEqual(10);
            expect(cell.value).toBeGreaterThanOrEqual(10);
            expect(Math.abs(cell.value - (counts[i] as number))).toBeLessThanOrEqual(9);
          });
        },
      ),
    );
  });
});

describe('sets that are near', () => {
  const printOf = (keys: readonly number[]) => {
    const sums = new Int32Array(SUMS);
    for (const key of keys) addPerson(sums, key % SUMS, key);
    return printed(keys.length, sums);
  };

  test('are found wherever they differ by fewer than the minimum', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(4),
        fc.nat(5),
        fc.integer({ min: 0, max: 300 }),
        (seed, less, more, n) => {
          const keys = [...keysOf(n + 20, seed + 1)];
          const [a, b] = [printOf(keys.slice(more)), printOf(keys.slice(0, keys.length - less))];
          expect(areNear(a, b, 10)).toBe(true);
          expect(areSame(a, b)).toBe(less + more === 0);
        },
      ),
    );
  });

  test('are hardly ever found where they differ by twice as many', () => {
    const found = Array.from({ length: 2000 }, (_, seed) => {
      const keys = [...keysOf(200, seed + 1)];
      return areNear(printOf(keys.slice(10)), printOf(keys.slice(0, -10)), 10);
    });
    expect(found.filter((near) => near).length).toBeLessThan(3);
  });

  test('the key of a print is the key of the set', () => {
    const keys = [...keysOf(77)];
    expect(printOf(keys)).toMatchObject(setOf(keys));
  });
});
