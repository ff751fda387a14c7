import { expect, test } from 'vitest';
import { combined, setOperations, stepsIn, takesIn } from './stored.ts';

const lung = { site: ['lung'] };
const women = { sex: ['FEMALE' as const] };

test('a definition of criteria opens in the builder, a nested one does not', () => {
  expect(stepsIn(lung)).toEqual([lung]);
  expect(stepsIn({ all: [lung, { not: women }] })).toEqual([lung, { not: women }]);
  expect(stepsIn({ any: [lung, women] })).toBeNull();
  expect(stepsIn({ all: [lung, { not: { any: [women] } }] })).toBeNull();
});

test('each set operation takes in the regions that its definition does', () => {
  const meets = (node: unknown, inside: Record<string, boolean>): boolean => {
    const of = node as { all?: unknown[]; any?: unknown[]; not?: unknown; site?: string[] };
    if (of.all) return of.all.every((part) => meets(part, inside));
    if (of.any) return of.any.some((part) => meets(part, inside));
    if (of.not) return !meets(of.not, inside);
    return inside[(of.site ?? [''])[0] ?? ''] ?? false;
  };
  const cohorts = [{ site: ['0'] }, { site: ['1'] }, { site: ['2'] }];
  for (const how of setOperations)
    for (let mask = 1; mask < 8; mask++) {
      const region = [0, 1, 2].filter((place) => (mask >> place) & 1);
      const inside = Object.fromEntries(region.map((place) => [String(place), true]));
      expect(takesIn(how, region, 3)).toBe(meets(combined(how, cohorts), inside));
    }
});
