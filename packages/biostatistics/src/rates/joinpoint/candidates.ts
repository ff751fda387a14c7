import { wholeNumber } from '../../checks.ts';

/** Where joins may stand. */
export type Spacing = {
  /** Observations from a join to either end of the series, the join itself not counted; 2. */
  readonly toEnds?: number;
  /** Observations between two joins, the joins themselves not counted; 2. */
  readonly between?: number;
  /** Further places tried between one year and the next; 0: joins fall on years. */
  readonly gridPoints?: number;
};

export type Candidates = {
  readonly years: Float64Array;
  /** For each candidate, the first later candidate that may follow it (or their number). */
  readonly next: Int32Array;
};

/** All years at which a join may stand under NCI Joinpoint's spacing rules (its defaults). */
export function candidateJoins(
  years: Float64Array,
  { toEnds = 2, between = 2, gridPoints = 0 }: Spacing = {},
): Candidates {
  wholeNumber('toEnds', toEnds, 0);
  wholeNumber('between', between, 0);
  wholeNumber('gridPoints', gridPoints, 0, 99);
  const n = years.length;
  const parts = gridPoints + 1;
  const places: number[] = [];
  // Positions in units of 1/parts of a step: whole multiples of parts are the years themselves.
  for (let position = 0; position <= (n - 1) * parts; position++) {
    const before = Math.ceil(position / parts);
    const after = n - 1 - Math.floor(position / parts);
    if (position > 0 && before >= toEnds && after >= toEnds && position < (n - 1) * parts) {
      places.push(position);
    }
  }
  const next = Int32Array.from(places, (place) => {
    const found = places.findIndex(
      (later) =>
        later > place && Math.ceil(later / parts) - Math.floor(place / parts) - 1 >= between,
    );
    return found < 0 ? places.length : found;
  });
  const yearAt = (position: number) => {
    const left = Math.floor(position / parts);
    const share = (position - left * parts) / parts;
    const from = years[left] as number;
    return share === 0 ? from : from + share * ((years[left + 1] as number) - from);
  };
  return { years: Float64Array.from(places, yearAt), next };
}
