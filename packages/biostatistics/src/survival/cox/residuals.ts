import { rowAt } from '../curve.ts';
import type { CoxDesign } from './design.ts';
import { type EventTimes, eventTimes } from './event-times.ts';
import type { CoxModel } from './model.ts';

/**
 * Score residuals of everybody, unweighted, on the scaled columns (n × p by position):
 *
 *   Lᵢ = ∫ (xᵢ − x̄(t)) dMᵢ(t)
 *
 * (Therneau, Grambsch & Fleming 1990, eq. 9; Efron ties: Therneau & Grambsch 2000, §4.6). Their
 * weighted sum is the score, 0 at β̂.
 */
export function scaledScoreResiduals(design: CoxDesign, eta: Float64Array): Float64Array {
  const { columns, x } = design;
  const residuals = new Float64Array(design.people.n * columns);
  throughFollowUp(design, eventTimes(design, eta), (p, row, died, hazard, meanHazard) => {
    const r = Math.exp(eta[p] as number);
    for (let a = 0; a < columns; a++) {
      const at = p * columns + a;
      const own = x[at] as number;
      residuals[at] =
        r * ((meanHazard[a] as number) - own * hazard) + (died ? own - (row.mean[a] as number) : 0);
    }
  });
  return residuals;
}

/**
 * Martingale residuals Mᵢ = δᵢ − Ĥᵢ: events seen less events expected, one a row in the caller's
 * order (Therneau, Grambsch & Fleming 1990, eq. 5). Their weighted sum is 0.
 */
export function martingaleResiduals(model: CoxModel): Float64Array {
  const { design, eta } = model;
  const residuals = new Float64Array(model.n);
  throughFollowUp(design, eventTimes(design, eta), (p, _row, died, hazard) => {
    residuals[design.people.row[p] as number] =
      (died ? 1 : 0) - Math.exp(eta[p] as number) * hazard;
  });
  return residuals;
}

type Visit = (
  position: number,
  row: { readonly mean: Float64Array },
  died: boolean,
  /** Σ dH over the person's time at risk. */
  hazard: number,
  /** Σ x̄ dH over the person's time at risk. */
  meanHazard: Float64Array,
) => void;

/** Goes through the people in order of time with the hazard each was exposed to. */
function throughFollowUp(design: CoxDesign, table: EventTimes, visit: Visit): void {
  const { people, columns } = design;
  const { time, event, entry, starts } = people;
  // Running sums, so that a person's exposure is one difference.
  const rows = table.time.length;
  const total = new Float64Array(rows);
  const totalMean = new Float64Array(rows * columns);
  for (let s = 0; s + 1 < table.starts.length; s++) {
    const first = table.starts[s] as number;
    for (let i = first; i < (table.starts[s + 1] as number); i++) {
      total[i] = (table.hazard[i] as number) + (i > first ? (total[i - 1] as number) : 0);
      for (let a = 0; a < columns; a++) {
        const at = i * columns + a;
        const before = i > first ? (totalMean[at - columns] as number) : 0;
        totalMean[at] = (table.meanHazard[at] as number) + before;
      }
    }
  }
  const meanHazard = new Float64Array(columns);
  const mean = new Float64Array(columns);
  for (let s = 0; s + 1 < starts.length; s++) {
    const first = table.starts[s] as number;
    const times = table.time.subarray(first, table.starts[s + 1] as number);
    let i = first - 1;
    for (let p = starts[s] as number; p < (starts[s + 1] as number); p++) {
      const t = time[p] as number;
      while (i + 1 < first + times.length && (table.time[i + 1] as number) <= t) i++;
      const died = event[p] !== 0;
      // The dying carry less of their own time's hazard than the others (Efron).
      const last = died ? i - 1 : i;
      let hazard = last >= first ? (total[last] as number) : 0;
      for (let a = 0; a < columns; a++) {
        meanHazard[a] = last >= first ? (totalMean[last * columns + a] as number) : 0;
      }
      if (died) {
        hazard += table.dyingHazard[i] as number;
        for (let a = 0; a < columns; a++) {
          const at = i * columns + a;
          meanHazard[a] = (meanHazard[a] as number) + (table.dyingMeanHazard[at] as number);
          mean[a] = table.mean[at] as number;
        }
      }
      if (entry !== undefined) {
        const entered = first + rowAt(times, entry[p] as number);
        if (entered >= first) {
          hazard -= total[entered] as number;
          for (let a = 0; a < columns; a++) {
            meanHazard[a] =
              (meanHazard[a] as number) - (totalMean[entered * columns + a] as number);
          }
        }
      }
      visit(p, { mean }, died, hazard, meanHazard);
    }
  }
}
