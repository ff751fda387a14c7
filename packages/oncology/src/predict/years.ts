/** Years of the PREDICT models, 1 to 15. */
export const YEARS = Array.from({ length: 15 }, (_, index) => index + 1);

/** Of each year what was added to a running total. */
export const yearly = (cumulative: readonly number[]): number[] =>
  cumulative.map((value, index) => value - (cumulative[index - 1] ?? 0));

/** The running total. */
export const running = (values: readonly number[]): number[] => {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
};

/** Cumulative risk of a cumulative hazard, year by year: 1 − exp(−H). */
export const risks = (hazards: readonly number[]): number[] =>
  hazards.map((hazard) => 1 - Math.exp(-hazard));

/** Of 100, who are alive when two causes of death act independently. */
export const alive = (first: readonly number[], second: readonly number[]): number[] =>
  first.map((risk, index) => 100 * (1 - risk) * (1 - (second[index] ?? 0)));

/**
 * Deaths of 100 by cause, cumulative: each year's deaths of any cause are parted in the ratio of that year's deaths of
 * each cause alone.
 */
export const deathsOfFirst = (first: readonly number[], second: readonly number[]): number[] => {
  const all = yearly(alive(first, second).map((survival) => 100 - survival));
  const [one, other] = [yearly(first), yearly(second)];
  return running(
    all.map((deaths, index) => {
      const [a, b] = [one[index] ?? 0, other[index] ?? 0];
      return a + b === 0 ? 0 : (deaths * a) / (a + b);
    }),
  );
};

/** The value of years 5, 10 and 15, named `name_5` and so on. */
export const atHorizons = (name: string, values: readonly number[]): Record<string, number> =>
  Object.fromEntries(
    [5, 10, 15].map((year) => [`${name}_${year}`, values[year - 1] ?? Number.NaN]),
  );
