import type { Arranged } from '../data/arrange.ts';
import type { EventHazards } from './event-hazards.ts';

/**
 * rᵢ Λᵢ by position: the risk of each row (`risksOf`) times the cumulative hazard it was exposed to, over event times in
 * (entry, time].
 *
 * @param exposed where the result goes
 */
export function exposedHazards(
  { starts, time, event, entry, byEntry }: Arranged,
  risk: Float64Array,
  { count, at, hazard, spared }: EventHazards,
  exposed: Float64Array = new Float64Array(risk.length),
): Float64Array {
  let i = count - 1;
  for (let stratum = 0; stratum + 1 < starts.length; stratum++) {
    const first = starts[stratum] as number;
    const end = starts[stratum + 1] as number;
    const late = entry !== undefined && byEntry !== undefined;
    if (late) {
      let before = 0;
      let next = i;
      for (let q = first; q < end; q++) {
        const row = byEntry[q] as number;
        const from = entry[row] as number;
        for (; next >= 0; next--) {
          const position = at[next] as number;
          if (position >= end || (time[position] as number) > from) break;
          before += hazard[next] as number;
        }
        exposed[row] = before;
      }
    }
    let cumulative = 0;
    let lessWhenDying = 0;
    let next = i < 0 ? end : (at[i] as number);
    for (let p = first; p < end; p++) {
      if (p === next) {
        cumulative += hazard[i] as number;
        lessWhenDying = spared[i] as number;
        i--;
        next = i < 0 ? end : (at[i] as number);
      }
      let lambda = cumulative;
      if (late) lambda -= exposed[p] as number;
      lambda -= (event[p] as number) * lessWhenDying;
      exposed[p] = lambda * (risk[p] as number);
    }
  }
  return exposed;
}
