import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from './treatment-lines.ts';

const given = (day: number, drug: string | null, line = 0, regimen: string | null = null) => ({
  ...{ day, drug, line, regimen },
});

test('drugs of one day are one line; another drug months later is the next', () => {
  expect(
    linesOf([
      given(10, 'cisplatin', 0, 'PC'),
      given(10, 'pemetrexed', 0, 'PC'),
      given(200, 'docetaxel'),
    ]),
  ).toEqual([
    { regimen: 'PC', drugs: ['cisplatin', 'pemetrexed'] },
    { regimen: null, drugs: ['docetaxel'] },
  ]);
});

test('a drug added within four weeks is of the line, one added after five is not', () => {
  expect(linesOf([given(0, 'a'), given(28, 'b')])).toEqual([{ regimen: null, drugs: ['a', 'b'] }]);
  expect(linesOf([given(0, 'a'), given(29, 'b')])).toHaveLength(2);
});

test('reported lines decide: the same drug again in a later line is the next, another drug of one line is not', () => {
  expect(linesOf([given(0, 'a', 1), given(90, 'b', 1), given(180, 'a', 2)])).toEqual([
    { regimen: null, drugs: ['a'] },
    { regimen: null, drugs: ['a'] },
  ]);
  // Cycles of one drug are one line.
  expect(linesOf([given(0, 'a'), given(90, 'a'), given(180, 'a')])).toHaveLength(1);
});

test('a drug that is not named is not named, and nothing given is no line', () => {
  expect(linesOf([given(0, null), given(0, 'a')])).toEqual([{ regimen: null, drugs: ['a', null] }]);
  expect(linesOf([])).toEqual([]);
});

test('lines are no more than days on which something began, and each has a drug', () => {
  const treatment = fc.record({
    day: fc.integer({ min: 0, max: 900 }),
    drug: fc.constantFrom('a', 'b', 'c', null),
    line: fc.constantFrom(0, 0, 1, 2, 3),
    regimen: fc.constantFrom(null, 'R'),
  });
  fc.assert(
    fc.property(fc.array(treatment, { maxLength: 12 }), (list) => {
      const byDay = list.toSorted((a, b) => a.day - b.day);
      const lines = linesOf(byDay);
      expect(lines.length).toBeLessThanOrEqual(new Set(list.map(({ day }) => day)).size);
      expect(lines.length > 0).toBe(list.length > 0);
      for (const { drugs } of lines) expect(drugs.length).toBeGreaterThan(0);
    }),
  );
});
