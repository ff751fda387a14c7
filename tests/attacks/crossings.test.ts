/** Crossings and their margins as differences; populations as equations for the rates that are expected of them. */
import {
  counted,
  type DisclosureRule,
  defaultRule,
  disclose,
  discloseCrossing,
  joined,
  type Keyed,
} from '@nodp/disclosure';
import { expect, test } from 'vitest';
import { expectedOf, referenceRates } from '../../subgraphs/statistics/src/measures/expected.ts';
import type { Axis, Source } from '../../subgraphs/statistics/src/sources/source.ts';
import { cellOf, chance, leastSquares, randomOf, targetsOf } from './world.ts';

const still: DisclosureRule = { minimumCell: 10, variance: 0, deviation: 0, never: [] };
const SIZES = [8, 4, 2] as const;
const strides = [8, 2, 1] as const;
const CELLS = 64;

/** The line of an axis that a cell lies in. */
const lineOf = (cell: number, axis: number): number[] => {
  const [size, stride] = [SIZES[axis] as number, strides[axis] as number];
  const first = cell - (Math.floor(cell / stride) % size) * stride;
  return Array.from({ length: size }, (_, i) => first + i * stride);
};

/** Asks for a table by three dimensions and for its three margins by two; takes each hidden cell from the three differences. */
const differences = (targets: number, rule: DisclosureRule) => {
  const random = randomOf(41);
  let [met, found, guessed] = [0, 0, 0];
  while (met < targets) {
    const means = Array.from({ length: CELLS }, () => 2 + random.unit() ** 2 * 60);
    const cells = means.map((mean): Keyed => cellOf(random.poisson(mean), random));
    const shown = discloseCrossing(
      cells.map((cell) => counted(cell, rule)),
      SIZES,
      rule,
    );
    cells.forEach(({ count }, cell) => {
      if (shown[cell]?.suppressed !== true || count === 0 || count >= 10) return;
      met++;
      const estimates = [0, 1, 2].flatMap((axis) => {
        const line = lineOf(cell, axis);
        const margin = disclose(joined(line.map((i) => cells[i] as Keyed)), rule).value;
        if (margin === null) return [];
        // Other hidden cells of the line are worth what is to be expected of them.
        const others = line
          .filter((i) => i !== cell)
          .reduce((sum, i) => sum + (shown[i]?.value ?? (means[i] as number)), 0);
        return [margin - others];
      });
      if (estimates.length === 0) return;
      const centre = estimates.reduce((a, b) => a + b) / estimates.length;
      if (Math.round(Math.min(9, Math.max(0, centre))) === count) found++;
      if (Math.floor(Math.min(9, means[cell] as number)) === count) guessed++;
    });
  }
  return { found: found / met, guessed: guessed / met, met };
};

test('a crossing and its three margins: hidden cells are found no oftener than guessed', () => {
  const { found, guessed, met } = differences(targetsOf(1000), defaultRule);
  expect(found).toBeLessThan(chance(guessed, met));
});

test('a table in which one line hides one cell alone hides another with it, along every axis', () => {
  const large = (): Keyed => ({ count: 50, key: 7 });
  const cells = Array.from({ length: CELLS }, large);
  cells[0] = { count: 3, key: 9 };
  const shown = discloseCrossing(
    cells.map((cell) => counted(cell, still)),
    SIZES,
    still,
  );
  for (const axis of [0, 1, 2])
    expect(lineOf(0, axis).filter((i) => shown[i]?.suppressed === true).length).toBeGreaterThan(1);
});

const AGES = 18;
/** Ages at which the cancer is; the target is the number of women at the first of them. */
const PLACES = [8, 11, 13, 15] as const;

/** A source with these cases of women, and 100,000 of them at every age. */
const sourceOf = (cells: readonly Keyed[], rule: DisclosureRule): Source => {
  const none: Keyed = { count: 0, key: 0 };
  const at = (i: number): Keyed => {
    const place = (PLACES as readonly number[]).indexOf(i);
    return place < 0 ? none : (cells[place] as Keyed);
  };
  const women = Array.from({ length: AGES + 1 }, (_, i) => at(i));
  const others = Array.from({ length: 2 * (AGES + 1) }, () => none);
  const all = [...women, ...others];
  const lived = new Float64Array(2 * AGES).fill(100_000);
  return {
    rule,
    count: async () => ({
      ...{ parts: 1, sexes: 1, ages: 1 },
      counts: all.map(({ count }) => count),
      keys: all.map(({ key }) => key),
    }),
    personYears: async () => ({ at: () => lived, basis: { en: '', zh: '' } }),
  } as Partial<Source> as Source;
};

const axes: readonly Axis[] = [];

/** Expected cases of forty populations, each an equation for the reference's cases by age. */
const solved = async (tries: number, rule: DisclosureRule, exact: boolean) => {
  const random = randomOf(43);
  let [found, guessed] = [0, 0];
  const populations = Array.from({ length: 40 }, () =>
    Float64Array.from({ length: 2 * AGES }, () => 1000 + random.unit() * 100_000),
  );
  for (let i = 0; i < tries; i++) {
    const counts = [random.poisson(4), 20 + random.poisson(20), 20 + random.poisson(20), 30];
    const cells = counts.map((count) => cellOf(count, random));
    const source = sourceOf(cells, rule);
    const { rates } = await referenceRates(source, 'CASES', {
      axes,
      chosen: { SITE: ['cervix'] },
    });
    const made = rates[0] as Float64Array;
    const truth = Float64Array.from({ length: 2 * AGES }, (_, at) => {
      const place = (PLACES as readonly number[]).indexOf(at);
      return place < 0 ? 0 : (counts[place] as number) / 100_000;
    });
    const told = populations.map((lived) => expectedOf(lived, exact ? truth : made));
    const [first] = leastSquares(
      populations.map((lived) => PLACES.map((age) => (lived[age] as number) / 100_000)),
      told,
    );
    if (Math.round(Math.min(9, Math.max(0, first as number))) === counts[0]) found++;
    if (counts[0] === 4) guessed++;
  }
  return { found: found / tries, guessed: guessed / tries };
};

test('cases expected of forty populations find a hidden age of the reference no oftener than guessed', async () => {
  const tries = targetsOf(600);
  const { found, guessed } = await solved(tries, defaultRule, false);
  expect(found).toBeLessThan(chance(guessed, tries));
});

test('by exact rates they would: the attack is able to succeed', async () => {
  const { found, guessed } = await solved(200, defaultRule, true);
  expect(found).toBeGreaterThan(2 * guessed);
});
