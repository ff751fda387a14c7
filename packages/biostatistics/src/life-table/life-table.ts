import { finite, type Numbers, nonNegative, notEmpty } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';

/**
 * Days in a year as relsurv and the R package `survival`'s rate tables built by relsurv count them
 * (the mean Gregorian year, rounded as in Pohar Perme & Pavlič 2018, J Stat Softw 87(8)).
 */
export const DAYS_PER_YEAR = 365.241;

/** A way the population is divided besides age and calendar year: sex, region, deprivation. */
export type LifeTableFactor = { readonly name: string; readonly categories: readonly string[] };

/**
 * Mortality of the general population: a hazard per day for each age band × calendar band ×
 * stratum (every combination of the factors' categories), constant inside a cell.
 *
 * Outside the table the nearest cell holds, as in relsurv: ages below the first band take the
 * first, ages from the last band on take the last; likewise calendar bands.
 */
export type LifeTable = {
  /** Age in days at which each band begins, ascending, length A. */
  readonly ages: Float64Array;
  /** Day number (days since 1970-01-01) at which each calendar band begins, ascending, length Y. */
  readonly years: Float64Array;
  readonly factors: readonly LifeTableFactor[];
  /** How many strata the factors make; 1 without factors. */
  readonly strata: number;
  /** Hazards per day at `(stratum · Y + year) · A + age`; length strata · Y · A. */
  readonly hazards: Float64Array;
};

/**
 * A life table, checked.
 *
 * @param given.ages days, ascending; @param given.years day numbers, ascending;
 * @param given.factors default none; the last factor varies fastest in the stratum number
 * @param given.hazards per day, ≥ 0, at `(stratum · Y + year) · A + age`
 * @throws {BiostatisticsError} `empty`, `not-finite`, `negative-value`, `out-of-range` (not
 * ascending), `lengths-differ` (hazards do not fill the table)
 */
export function lifeTable(given: {
  readonly ages: Numbers;
  readonly years: Numbers;
  readonly factors?: readonly LifeTableFactor[];
  readonly hazards: Numbers;
}): LifeTable {
  const ages = Float64Array.from(given.ages);
  const years = Float64Array.from(given.years);
  const hazards = Float64Array.from(given.hazards);
  const factors = given.factors ?? [];
  ascending('ages', ages);
  ascending('years', years);
  nonNegative('hazards', hazards);
  let strata = 1;
  for (const factor of factors) {
    notEmpty(`factors.${factor.name}`, factor.categories);
    strata *= factor.categories.length;
  }
  const cells = strata * years.length * ages.length;
  if (hazards.length !== cells) {
    throw new BiostatisticsError(
      'lengths-differ',
      'hazards',
      `has ${hazards.length} values; ${strata} strata × ${years.length} years × ${ages.length} ages need ${cells}`,
    );
  }
  return { ages, years, factors, strata, hazards };
}

/**
 * The stratum number of one combination of categories, e.g. `{ sex: 'female' }`.
 * @throws {BiostatisticsError} `unknown-category` for a factor left out or a category not in it
 */
export function lifeTableStratum(
  table: LifeTable,
  categories: Readonly<Record<string, string>>,
): number {
  let stratum = 0;
  for (const factor of table.factors) {
    const category = categories[factor.name];
    const position = category === undefined ? -1 : factor.categories.indexOf(category);
    if (position < 0) {
      throw new BiostatisticsError(
        'unknown-category',
        factor.name,
        `is ${category}; the life table knows ${factor.categories.join(', ')}`,
      );
    }
    stratum = stratum * factor.categories.length + position;
  }
  return stratum;
}

/**
 * Hazard per day from the probability of surviving one year: h = −ln(p) / days in the year.
 * @throws {BiostatisticsError} `out-of-range` unless 0 < p ≤ 1
 */
export function dailyHazard(oneYearSurvival: number, daysInYear: number = DAYS_PER_YEAR): number {
  if (!(oneYearSurvival > 0 && oneYearSurvival <= 1)) {
    throw new BiostatisticsError(
      'out-of-range',
      'oneYearSurvival',
      `is ${oneYearSurvival}; a probability above 0 and up to 1 is needed`,
    );
  }
  return -Math.log(oneYearSurvival) / daysInYear || 0;
}

/** The band a value lies in: the last one that begins at or before it, the first if none does. */
export function bandAt(begins: Float64Array, value: number): number {
  let low = 0;
  let high = begins.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((begins[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Hazard per day of somebody `age` days old on day number `date`.
 * @throws {BiostatisticsError} `out-of-range` for a stratum the table does not have
 */
export function hazardAt(table: LifeTable, stratum: number, age: number, date: number): number {
  knownStratum(table, stratum);
  const cell =
    (stratum * table.years.length + bandAt(table.years, date)) * table.ages.length +
    bandAt(table.ages, age);
  return table.hazards[cell] as number;
}

/** @throws {BiostatisticsError} `out-of-range` */
export function knownStratum(table: LifeTable, stratum: number, index?: number): void {
  if (Number.isInteger(stratum) && stratum >= 0 && stratum < table.strata) return;
  throw new BiostatisticsError(
    'out-of-range',
    index === undefined ? 'stratum' : { argument: 'stratum', index },
    `is ${stratum}; the life table has strata 0 to ${table.strata - 1}`,
  );
}

function ascending(argument: string, values: Float64Array): void {
  notEmpty(argument, values);
  finite(argument, values);
  for (let index = 1; index < values.length; index++) {
    if ((values[index] as number) <= (values[index - 1] as number)) {
      throw new BiostatisticsError(
        'out-of-range',
        { argument, index },
        'does not come after the one before; bands begin in ascending order',
      );
    }
  }
}
