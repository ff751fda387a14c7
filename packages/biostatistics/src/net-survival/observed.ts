import { ascendingOrder } from '../survival/data/order.ts';
import type { Patients } from './patients.ts';

/** What was observed at each of the given times. */
export type Observed = {
  /** At risk just before, and deaths: people, not weights. */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  /** Σ w dN / Σ w Y at each time, and the increments of the variance of log S. */
  readonly hazard: Float64Array;
  readonly variance: Float64Array;
};

/**
 * Deaths and people at risk at ascending `times`, among which is every exit; all are at risk from
 * diagnosis on.
 */
export function observe(patients: Patients, times: Float64Array): Observed {
  const { status, weight } = patients;
  const exits = Float64Array.from(patients.time);
  const order = ascendingOrder(exits);
  const rows = times.length;
  const atRisk = new Float64Array(rows);
  const events = new Float64Array(rows);
  const hazard = new Float64Array(rows);
  const variance = new Float64Array(rows);
  // From the last exit back, so that what is at risk is added up, never subtracted.
  let value = 0;
  let k = order.length - 1;
  for (let j = rows - 1; j >= 0; j--) {
    let deaths = 0;
    let weighted = 0;
    let squared = 0;
    for (; k >= 0 && (exits[order[k] as number] as number) >= (times[j] as number); k--) {
      const i = order[k] as number;
      const w = weight === undefined ? 1 : (weight[i] as number);
      value += w;
      if (status[i] === 1) {
        deaths++;
        weighted += w;
        squared += w * w;
      }
    }
    atRisk[j] = order.length - 1 - k;
    events[j] = deaths;
    if (value > 0) {
      hazard[j] = weighted / value;
      variance[j] = squared / (value * value);
    }
  }
  return { atRisk, events, hazard, variance };
}
