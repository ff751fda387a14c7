import {
  counted,
  defaultRule,
  discloseCounted,
  discloseTable,
  type Keyed,
  together,
} from '@nodp/disclosure';
import { expect, test } from 'vitest';
import { cellOf, chance, leastSquares, randomOf } from './world.ts';

const PROVINCES = 34;

test('least squares over random sets of provinces: suppressed cells are found no oftener than guessed', () => {
  // What the attacker knows of each province: how many are to be expected there (inhabitants times a published rate).
  const random = randomOf(11);
  let [targets, found, guessed] = [0, 0, 0];
  while (targets < 1000) {
    const expected = Array.from({ length: PROVINCES }, () => 2 + random.unit() * 30);
    const cells = expected.map((mean): Keyed => cellOf(random.poisson(mean), random));
    // 150 random sets, as a dashboard answers a choice of several provinces.
    const rows: number[][] = [];
    const told: number[] = [];
    for (let i = 0; i < 150; i++) {
      const row = cells.map(() => (random.unit() < 0.5 ? 1 : 0));
      const { value } = discloseCounted(
        together(
          cells.filter((_, p) => row[p] === 1),
          defaultRule,
        ),
      );
      if (value === null) continue;
      rows.push(row);
      told.push(value);
    }
    const solved = leastSquares(rows, told);
    const table = discloseTable(cells.map((cell) => counted(cell, defaultRule)));
    cells.forEach(({ count }, p) => {
      // Hidden, and not nobody.
      if (table[p]?.suppressed !== true || count === 0 || count >= 10) return;
      targets++;
      if (Math.round(solved[p] as number) === count) found++;
      if (Math.floor(expected[p] as number) === count) guessed++;
    });
  }
  expect(found / targets).toBeLessThan(chance(guessed / targets, targets));
});

test('what the sets find are the parts as they were moved, however many are asked', () => {
  const random = randomOf(5);
  const cells = Array.from({ length: PROVINCES }, () => cellOf(40 + random.below(60), random));
  const rows = Array.from({ length: 300 }, () => cells.map(() => (random.unit() < 0.5 ? 1 : 0)));
  const told = rows.map((row) => {
    const { count, moved } = together(
      cells.filter((_, p) => row[p] === 1),
      defaultRule,
    );
    return count + moved;
  });
  const solved = leastSquares(rows, told);
  cells.forEach((cell, p) => {
    const { count, moved } = counted(cell, defaultRule);
    expect(solved[p]).toBeCloseTo(count + moved, 1);
  });
});
