import {
  counted,
  defaultRule,
  disclose,
  discloseTable,
  joined,
  type Keyed,
} from '@nodp/disclosure';
import { expect, test } from 'vitest';
import { cellOf, chance, randomOf } from './world.ts';

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

test('a table with both margins and the total: hidden cells are bounded and solved for no better than guessed', () => {
  // Ten provinces by four stages, rows, columns and total shown as tables of their own. The attacker solves each hidden cell
  // from its row, from its column and from all of them (what a linear program has for bounds and centre), and takes the mean.
  const random = randomOf(23);
  let [targets, found, guessed] = [0, 0, 0];
  while (targets < 1000) {
    const means = Array.from({ length: 10 }, () =>
      Array.from({ length: 4 }, () => 2 + random.unit() ** 2 * 60),
    );
    const cells = means.map((row) =>
      row.map((mean): Keyed => cellOf(random.poisson(mean), random)),
    );
    const shown = cells.map((row) => discloseTable(row.map((cell) => counted(cell, defaultRule))));
    const rowSums = cells.map((row) => disclose(joined(row)).value);
    const columnSums = means[0]?.map(
      (_, j) => disclose(joined(cells.map((row) => row[j] as Keyed))).value,
    ) as (number | null)[];
    cells.forEach((row, i) => {
      row.forEach(({ count }, j) => {
        if (shown[i]?.[j]?.suppressed !== true || count === 0 || count >= 10) return;
        targets++;
        // The other hidden cells of a line are worth what is to be expected of them.
        const worth = (a: number, b: number) => shown[a]?.[b]?.value ?? (means[a]?.[b] as number);
        const estimates: number[] = [];
        const rowSum = rowSums[i];
        const columnSum = columnSums[j];
        if (rowSum != null)
          estimates.push(rowSum - sum(row.map((_, b) => (b === j ? 0 : worth(i, b)))));
        if (columnSum != null)
          estimates.push(columnSum - sum(cells.map((_, a) => (a === i ? 0 : worth(a, j)))));
        const centre = estimates.length === 0 ? 0 : sum(estimates) / estimates.length;
        if (Math.round(Math.min(9, Math.max(0, centre))) === count) found++;
        if (Math.floor(Math.min(9, means[i]?.[j] as number)) === count) guessed++;
      });
    });
  }
  expect(found / targets).toBeLessThan(chance(guessed / targets, targets));
});
