/** Tables with margins, put into a linear program by an attacker who knows how numbers are made. */
import {
  counted,
  type DisclosureRule,
  defaultRule,
  disclose,
  discloseTable,
  joined,
  type Keyed,
} from '@nodp/disclosure';
import highsModule from 'highs';
import { expect, test } from 'vitest';
import { cellOf, chance, randomOf, targetsOf } from './world.ts';

// Its types are those of the CommonJS module; Node gives the ES module, whose default export is the function itself.
const highs = await (highsModule as unknown as typeof highsModule.default)();
const [ROWS, COLUMNS] = [8, 4];
const places = Array.from({ length: ROWS * COLUMNS }, (_, at) => at);
const rowOf = (at: number) => Math.floor(at / COLUMNS);
const columnOf = (at: number) => at % COLUMNS;

interface Told {
  /** Cells together whose number was shown; null where it was hidden. */
  readonly cells: readonly number[];
  readonly value: number | null;
}

/** Provinces by stages: each cell, each margin and the total, as tables of their own. */
const tell = (cells: readonly Keyed[], rule: DisclosureRule, complementary: boolean): Told[] => {
  const at = (chosen: readonly number[]) => chosen.map((place) => cells[place] as Keyed);
  const lines = [
    ...Array.from({ length: ROWS }, (_, row) => places.filter((p) => rowOf(p) === row)),
    ...Array.from({ length: COLUMNS }, (_, c) => places.filter((p) => columnOf(p) === c)),
    places,
  ];
  const alone = (place: number) => disclose(cells[place] as Keyed, rule);
  const byRow = lines.slice(0, ROWS).flatMap((line) =>
    complementary
      ? discloseTable(
          at(line).map((cell) => counted(cell, rule)),
          rule,
        )
      : line.map(alone),
  );
  return [
    ...places.map((place, i) => ({ cells: [place], value: byRow[i]?.value ?? null })),
    ...lines.map((line) => ({ cells: line, value: disclose(joined(at(line)), rule).value })),
  ];
};

/**
 * The program: cells of nobody or more; what was shown is off by what the rule says at most; a hidden cell is below the minimum
 * as it was or as it was moved, unless it was hidden to protect another.
 */
const programOf = (told: readonly Told[], { deviation, minimumCell }: DisclosureRule) => {
  const constraints: string[] = [];
  const objective: string[] = [];
  told.forEach(({ cells, value }, i) => {
    if (value === null) return;
    const sum = cells.map((at) => `x${at}`).join(' + ');
    constraints.push(`c${i}: ${sum} + u${i} - v${i} = ${value}`);
    if (deviation > 0) {
      constraints.push(`d${i}: u${i} <= ${deviation}`, `e${i}: v${i} <= ${deviation}`);
      objective.push(`u${i}`, `v${i}`);
    } else constraints.push(`d${i}: u${i} <= 0`, `e${i}: v${i} <= 0`);
  });
  const bounds = places.flatMap((at) =>
    told[at]?.value === null ? [`0 <= x${at} <= ${2 * minimumCell}`] : [],
  );
  return (goal: string) =>
    `${goal}\nSubject To\n${constraints.join('\n')}\nBounds\n${bounds.join('\n')}\nEnd`.replace(
      'OBJECTIVE',
      objective.join(' + '),
    );
};

interface Attack {
  readonly fit: number;
  readonly centre: number;
  readonly pinned: number;
  readonly guessed: number;
  readonly targets: number;
}

/** Hidden cells found by the program, by rounding its best fit or the centre of what it leaves possible. */
const attack = (tries: number, rule: DisclosureRule, complementary = true): Attack => {
  const random = randomOf(41);
  const found = { fit: 0, centre: 0, pinned: 0, guessed: 0, targets: 0 };
  while (found.targets < tries) {
    const means = places.map(() => 2 + random.unit() ** 2 * 60);
    const cells = means.map((mean) => cellOf(random.poisson(mean), random));
    const told = tell(cells, rule, complementary);
    const hidden = places.filter(
      (at) =>
        told[at]?.value === null &&
        (cells[at] as Keyed).count > 0 &&
        (cells[at] as Keyed).count < 10,
    );
    if (hidden.length === 0) continue;
    const program = programOf(told, rule);
    const solve = (goal: string) => highs.solve(program(goal));
    const fit =
      rule.deviation > 0 ? solve('Minimize\n obj: OBJECTIVE') : solve('Minimize\n obj: x0');
    if (fit.Status !== 'Optimal') continue;
    for (const at of hidden.slice(0, tries - found.targets)) {
      const count = (cells[at] as Keyed).count;
      const bound = (goal: string) => {
        const { Status, ObjectiveValue } = solve(`${goal}\n obj: x${at}`);
        expect(Status).toBe('Optimal');
        return ObjectiveValue;
      };
      const [least, most] = [bound('Minimize'), bound('Maximize')];
      const column = fit.Columns[`x${at}`];
      const fitted = column !== undefined && 'Primal' in column ? column.Primal : 0;
      found.targets++;
      if (Math.round(fitted) === count) found.fit++;
      if (Math.round((least + Math.min(9, most)) / 2) === count) found.centre++;
      if (Math.ceil(least - 1e-6) === Math.floor(Math.min(9, most) + 1e-6)) found.pinned++;
      // Who is without the tables takes what is to be expected of the cell.
      if (Math.floor(Math.min(9, means[at] as number)) === count) found.guessed++;
    }
  }
  return found;
};

test('hidden cells are found no oftener than guessed, and none is the only one possible', () => {
  const { fit, centre, pinned, guessed, targets } = attack(targetsOf(60), defaultRule);
  expect(pinned).toBe(0);
  expect(fit / targets).toBeLessThan(chance(guessed / targets, targets));
  expect(centre / targets).toBeLessThan(chance(guessed / targets, targets));
});

test('the same program finds cells that were hidden one by one, without noise: the attack is able to succeed', () => {
  const still: DisclosureRule = { minimumCell: 10, variance: 0, deviation: 0, never: [] };
  const { centre, pinned, targets } = attack(60, still, false);
  expect(centre / targets).toBeGreaterThan(0.4);
  expect(pinned / targets).toBeGreaterThan(0.2);
});
