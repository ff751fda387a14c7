import type { Counted } from './counted.ts';
import { type Disclosed, isSmall, shown, suppressed } from './disclosed.ts';
import { type DisclosureRule, defaultRule } from './rule.ts';

/** A cell for every cell counted. */
export type DisclosedTable<Cells extends readonly Counted[] = readonly Counted[]> = {
  readonly [Place in keyof Cells]: Disclosed;
};

/** Which cells of a one-way table whose total is shown too have to be hidden. */
const hiddenIn = (cells: readonly Counted[], rule: DisclosureRule): boolean[] => {
  const hidden = cells.map((cell) => isSmall(cell, rule));
  const count = (i: number) => (cells[i] as Counted).count;
  const ascending = cells.map((_, i) => i).sort((a, b) => count(a) - count(b));
  for (;;) {
    const sum = cells.reduce((a, cell, i) => (hidden[i] === true ? a + cell.count : a), 0);
    const lone = cells.filter((cell, i) => hidden[i] === true && cell.count > 0).length === 1;
    if (sum === 0 || (sum >= rule.minimumCell && !lone)) break;
    const next = ascending.find((i) => hidden[i] === false);
    if (next === undefined) break;
    hidden[next] = true;
  }
  return hidden;
};

/**
 * The cells of a one-way table whose total is shown too. Small cells are suppressed; then, as long as
 * what is suppressed adds up to few enough people to be told from the total and the rest (a single
 * hidden cell, or several that together stay below the minimum), the smallest cell still shown is
 * suppressed as well. Hidden cells with nobody in them need no such company.
 *
 * Cells of nobody have to be among `cells`: leaving them out would tell them from the small ones. Cells need not add up to
 * their total as it is shown: each was moved by itself.
 */
export const discloseTable = <const Cells extends readonly Counted[]>(
  cells: Cells,
  rule: DisclosureRule = defaultRule,
): DisclosedTable<Cells> => {
  const hidden = hiddenIn(cells, rule);
  return cells.map((cell, i) =>
    hidden[i] === true ? suppressed : shown(cell),
  ) as unknown as DisclosedTable<Cells>;
};

/**
 * A cell by its place.
 * @throws RangeError where there is none
 */
export const cellAt = (shown: readonly Disclosed[], place: number): Disclosed => {
  const cell = shown[place];
  if (cell === undefined) throw new RangeError(`The table has no cell ${place}.`);
  return cell;
};

/**
 * The cells of a table with several axes, any of whose margins may be asked for too. Every line of cells along every axis is
 * protected as a table whose total is shown: a cell is hidden where any of its lines hides it. What is hidden of one line on
 * account of another is not followed further: cells are moved each by itself, and a chain of differences adds up the moves of
 * all that it passes.
 *
 * @param cells the last axis fastest; cells of nobody, and of what is not known, among them
 * @param sizes how many places each axis has; none of a single cell
 */
export const discloseCrossing = (
  cells: readonly Counted[],
  sizes: readonly number[],
  rule: DisclosureRule = defaultRule,
): readonly Disclosed[] => {
  const small = Uint8Array.from(cells, (cell) => (isSmall(cell, rule) ? 1 : 0));
  const hidden = Uint8Array.from(small);
  let stride = cells.length;
  for (const size of sizes) {
    stride /= size;
    for (let first = 0; first < cells.length; first++) {
      if (Math.floor(first / stride) % size !== 0) continue;
      // A line whose small cells hold nobody hides no others: most lines.
      let persons = 0;
      for (let i = 0, at = first; i < size; i++, at += stride)
        if (small[at] === 1) persons += (cells[at] as Counted).count;
      if (persons === 0) continue;
      const line = Array.from({ length: size }, (_, i) => cells[first + i * stride] as Counted);
      hiddenIn(line, rule).forEach((hides, i) => {
        if (hides) hidden[first + i * stride] = 1;
      });
    }
  }
  return cells.map((cell, i) => (hidden[i] === 1 ? suppressed : shown(cell)));
};
