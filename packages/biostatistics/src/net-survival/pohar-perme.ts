import type { LifeTable } from '../life-table/life-table.ts';
import type { RelativeCurve } from './curve.ts';
import { type ExcessOptions, excessCurve } from './excess-curve.ts';
import type { Patients } from './patients.ts';

/**
 * Net survival by Pohar Perme, Stare & Estève (2012, Biometrics 68:113–120), exact times:
 *
 *   Λ̂_E(t) = ∫₀ᵗ Σ dNᵢ(u)/S_Pᵢ(u) / Σ Yᵢ(u)/S_Pᵢ(u) − ∫₀ᵗ Σ Yᵢ(u) λ_Pᵢ(u)/S_Pᵢ(u) / Σ Yᵢ(u)/S_Pᵢ(u) du
 *
 * survival if cancer were the only cause of death, comparable between populations. Variance of
 * log S (their eq. 6): ∫ Σ dNᵢ/S_Pᵢ² / (Σ Yᵢ/S_Pᵢ)². S_Pᵢ runs from diagnosis also when observation
 * begins later (`entry`, the period approach). Deaths at time 0 count (relsurv gives NaN there).
 *
 * @returns one row a distinct `time`; `form: 'product'` and 95 % log limits unless asked otherwise,
 * as relsurv's `rs.surv(method = "pohar-perme")`
 * @throws {BiostatisticsError} see `checkPatients`; `out-of-range` for level or precision
 */
export function poharPerme(
  table: LifeTable,
  patients: Patients,
  options?: ExcessOptions,
): RelativeCurve {
  return excessCurve(table, patients, 1, options);
}
