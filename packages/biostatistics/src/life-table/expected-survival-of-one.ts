import { nonNegative } from '../checks.ts';
import { knownStratum, type LifeTable } from './life-table.ts';
import { cumulativeHazard } from './path.ts';

/**
 * Probability that one person of the general population is alive `days` after a start:
 * S_P(t) = exp(−∫₀ᵗ λ_P(age + u, date + u) du), the sum over the cells passed
 * (Ederer, Axtell & Cutler 1961; Therneau & Grambsch 2000, §10.2).
 *
 * @param person age in days and day number (days since 1970-01-01) at the start, life table stratum
 * @param days ≥ 0
 * @throws {BiostatisticsError} `negative-time`, `not-finite`, `out-of-range`
 */
export function expectedSurvivalOfOne(
  table: LifeTable,
  person: { readonly age: number; readonly date: number; readonly stratum: number },
  days: number,
): number {
  nonNegative('days', [days], 'negative-time');
  knownStratum(table, person.stratum);
  return Math.exp(-cumulativeHazard(table, person.stratum, person.age, person.date, 0, days));
}
