/** How common the values of a field are. */
export interface Frequencies {
  /** How many records say the field. */
  readonly total: number;
  /** The probability that two records drawn at random say the same: the sum of the squares. */
  readonly average: number;
  /** A value's share of the records; 0 of a value that none says. */
  of(term: string): number;
}

/** Below this many records a count says little of how common a value is. */
const FEWEST = 200;

/** Frequencies of the values given; undefined where they are too few to say anything. */
export const frequenciesOf = (values: Iterable<string | null>): Frequencies | undefined => {
  const counts = new Map<string, number>();
  let total = 0;
  for (const value of values) {
    if (value === null) continue;
    total++;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return frequenciesOfCounts(counts, total);
};

/** @param total how many records say the field, those among them whose value is not counted */
export const frequenciesOfCounts = (
  counts: ReadonlyMap<string, number>,
  total: number,
): Frequencies | undefined => {
  if (total < FEWEST) return undefined;
  let squares = 0;
  for (const count of counts.values()) squares += (count / total) ** 2;
  return { total, average: squares, of: (term) => (counts.get(term) ?? 0) / total };
};
