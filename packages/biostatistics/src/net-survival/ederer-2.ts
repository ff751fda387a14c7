import type { LifeTable } from '../life-table/life-table.ts';
import type { RelativeCurve } from './curve.ts';
import { type ExcessOptions, excessCurve } from './excess-curve.ts';
import type { Patients } from './patients.ts';

/**
 * Relative survival by Ederer II (Ederer & Heise 1959): the expected hazard is the mean of the
 * population hazards of the patients still at risk,
 *
 *   Λ̂(t) = ∫ dN/Y − ∫ Σ Yᵢ λ_Pᵢ / Y du
 *
 * with Greenwood-type variance of log S: Σ d / Y² (as relsurv's `rs.surv(method = "ederer2")`).
 *
 * @throws {BiostatisticsError} see `checkPatients`; `out-of-range` for level or precision
 */
export function edererII(
  table: LifeTable,
  patients: Patients,
  options?: ExcessOptions,
): RelativeCurve {
  return excessCurve(table, patients, 0, options);
}
