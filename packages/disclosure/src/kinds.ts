import { type Counted, counted } from './counted.ts';
import { type Disclosed, disclose } from './disclosed.ts';
import { type Printed, printed, SUMS } from './fingerprint.ts';
import { type DisclosureRule, defaultRule } from './rule.ts';
import { discloseTable } from './table.ts';

/** Kinds of which there may be any number: those that may be told, the largest first, and all others as one. */
export interface DisclosedKinds {
  readonly told: readonly {
    /** Which of the kinds asked. */
    readonly place: number;
    readonly persons: Disclosed;
  }[];
  /** Persons of every other kind together; suppressed where they are too few, or nobody. */
  readonly rest: Disclosed;
}

/** The sum of sets that have no person twice, with its fingerprint. */
const together = (sets: readonly Printed[]): Printed => {
  const sums = new Int32Array(SUMS);
  let count = 0;
  for (const set of sets) {
    count += set.count;
    for (let i = 0; i < SUMS; i++) sums[i] = ((sums[i] as number) + (set.sums[i] as number)) | 0;
  }
  return printed(count, sums);
};

/**
 * Persons each of one kind among any number of kinds (courses of treatment, patterns of alterations), whose total is shown
 * too. A kind below the minimum cell is not told of, nor that it is there; nor are as many more as `discloseTable` hides
 * beside it, and those beyond the greatest number. All these are one count.
 *
 * @param kinds the persons of each, nobody twice
 * @param most kinds that are told of at most
 * @param answer the set to be answered in the place of one, where that is near one that was asked lately
 */
export const discloseKinds = (
  kinds: readonly Printed[],
  most: number,
  rule: DisclosureRule = defaultRule,
  answer: (set: Printed) => Printed = (set) => set,
): DisclosedKinds => {
  // What is too small to be told of is not remembered: there are thousands.
  const cells: readonly Counted[] = kinds.map((kind) =>
    counted(kind.count < rule.minimumCell ? kind : answer(kind), rule),
  );
  const told = discloseTable(cells, rule)
    .map((persons, place) => ({ place, persons }))
    .filter(({ persons }) => !persons.suppressed)
    // By what is shown, so that the order tells no more than the counts; among equals by the move of the set, not by its size.
    .sort(
      (a, b) =>
        (b.persons.value ?? 0) - (a.persons.value ?? 0) ||
        (kinds[a.place]?.key ?? 0) - (kinds[b.place]?.key ?? 0),
    )
    .slice(0, most);
  const shown = new Set(told.map(({ place }) => place));
  const rest = together(kinds.filter((_, place) => !shown.has(place)));
  return { told, rest: disclose(answer(rest), rule) };
};
