import type { Arranged } from '../data/arrange.ts';

/**
 * rᵢ Λᵢ by position: the risk of each row (`risksOf`) times the cumulative hazard it was exposed to, over event times in
 * (entry, time].
 *
 * @param hazard increments Σ_k (W/d)/S₀ₖ, each at the first position of its event time; 0 elsewhere
 * @param spared at the same positions Σ_k (k/d) (W/d)/S₀ₖ, which those who die at that time are not exposed to (Efron)
 * @param exposed where the result goes
 */
export function exposedHazards(
  { starts, time, event, entry, byEntry }: Arranged,
  risk: Float64Array,
  hazard: Float64Array,
  spared: Float64Array,
  exposed: Float64Array = new Float64Array(risk.length),
): Float64Array {
  for (let stratum = 0; stratum + 1 < starts.length; stratum++) {
    const first = starts[stratum] as number;
    const end = starts[stratum + 1] as number;
    if (entry !== undefined && byEntry !== undefined) {
      let before = 0;
      let p = first;
      for (let q = first; q < end; q++) {
        const late = byEntry[q] as number;
        for (; p < end && (time[p] as number) <= (entry[late] as number); p++) {
          before += hazard[p] as number;
        }
        exposed[late] = -before;
      }
    } else exposed.fill(0, first, end);
    let cumulative = 0;
    let lessWhenDying = 0;
    let now = Number.NaN;
    for (let p = first; p < end; p++) {
      if (time[p] !== now) {
        now = time[p] as number;
        cumulative += hazard[p] as number;
        lessWhenDying = spared[p] as number;
      }
      let lambda = cumulative + (exposed[p] as number);
      if (event[p] !== 0) lambda -= lessWhenDying;
      exposed[p] = lambda * (risk[p] as number);
    }
  }
  return exposed;
}
