import { BiostatisticsError } from '../errors.ts';
import { type AgeGroups, ageGroups18, ageGroups19 } from './age-groups.ts';

/**
 * Standard populations.
 * - `segi`: Segi's world standard as modified by Doll (1960), the "world" of Cancer Incidence in
 *   Five Continents; infants 2,400 and 1–4 years 9,600.
 * - `who2000`: Ahmad et al., GPE Discussion Paper 31, WHO (2001), table 4. The 18 groups are the
 *   percentages; the 19 groups are SEER's per-million version of the same (infants apart).
 * - `esp1976`: Waterhouse et al., CI5 III (1976); infants 1,600 and 1–4 years 6,400.
 * - `esp2013`: Eurostat (2013), Revision of the European Standard Population, 85+ as one group;
 *   infants 1,000 and 1–4 years 4,000.
 * - `china2000`: fifth national census of China (2000), numbers of people.
 */
export type StandardPopulation = 'segi' | 'who2000' | 'esp1976' | 'esp2013' | 'china2000';

// biome-ignore format: tables of weights, ages 0–4 … 85+
const eighteen: Record<StandardPopulation, readonly number[]> = {
  segi: [12000, 10000, 9000, 9000, 8000, 8000, 6000, 6000, 6000, 6000, 5000, 4000, 4000, 3000, 2000, 1000, 500, 500],
  who2000: [8860, 8690, 8600, 8470, 8220, 7930, 7610, 7150, 6590, 6040, 5370, 4550, 3720, 2960, 2210, 1520, 910, 630],
  esp1976: [8000, 7000, 7000, 7000, 7000, 7000, 7000, 7000, 7000, 7000, 7000, 6000, 5000, 4000, 3000, 2000, 1000, 1000],
  esp2013: [5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000, 2500, 2500],
  china2000: [68978374, 90152587, 125396633, 103031165, 94573174, 117602265, 127314298, 109147295, 81242945, 85521045, 63304200, 46370375, 41703848, 34780460, 25574149, 15928330, 7989158, 4001925],
};

// biome-ignore format: tables of weights, ages 0, 1–4, 5–9 … 85+
const nineteen: Record<StandardPopulation, readonly number[]> = {
  segi: [2400, 9600, ...eighteen.segi.slice(1)],
  who2000: [17917, 70652, 86870, 85970, 84670, 82171, 79272, 76073, 71475, 65877, 60379, 53681, 45484, 37187, 29590, 22092, 15195, 9097, 6348],
  esp1976: [1600, 6400, ...eighteen.esp1976.slice(1)],
  esp2013: [1000, 4000, ...eighteen.esp2013.slice(1)],
  china2000: [13793799, 55184575, ...eighteen.china2000.slice(1)],
};

/**
 * Weights of a standard population, as published (not normalised: the estimators do that).
 * @param groups `ageGroups18` or `ageGroups19`
 * @throws {BiostatisticsError} `unknown-category` for other age groups
 */
export function standardWeights(
  population: StandardPopulation,
  groups: AgeGroups = ageGroups18,
): Float64Array {
  const table = sameAges(groups, ageGroups18)
    ? eighteen
    : sameAges(groups, ageGroups19)
      ? nineteen
      : undefined;
  if (table === undefined) {
    throw new BiostatisticsError('unknown-category', 'groups', 'give ageGroups18 or ageGroups19');
  }
  return Float64Array.from(table[population]);
}

function sameAges(a: AgeGroups, b: AgeGroups): boolean {
  return a.length === b.length && a.every((age, group) => age === b[group]);
}
