import type { CoxDesign } from '../../survival/cox/design.ts';
import type { Censoring } from './censoring.ts';

/** What happened at each time of the event of interest, at β̂; 0 at other times. */
export interface SubdistributionHazard {
  /** dΛ by distinct time. */
  readonly hazard: Float64Array;
  /** Mean covariates of the risk set, distinct times × p. */
  readonly mean: Float64Array;
}

/**
 * The middle of the sandwich: Σ (ηᵢ + ψᵢ)(ηᵢ + ψᵢ)ᵀ (Fine & Gray 1999, eq. 7–8).
 *
 *   ηᵢ = ∫ (xᵢ − x̄(t)) wᵢ(t) dMᵢ(t),
 *   ψᵢ = ∫ q_g(u)/π_g(u) dMᵢᶜ(u)  for the censoring group g of i: what estimating Ĝ_g costs,
 *   q_g(u) = −Σ_{j∈g competing, Tⱼ < u} ∫_{t ≥ u} (xⱼ − x̄(t)) wⱼ(t) dMⱼ(t).
 *
 * All inner sums are running sums: O(n p + times · groups · p). With one censoring group it is what
 * cmprsk's `crr` computes; with several, `crr` takes into q_g only events of interest that
 * happened in group g itself (its `crrvv`), where the definition, followed here, has all.
 */
export function sandwichMiddle(
  { people, columns, x }: CoxDesign,
  { groups, group, before, atRisk, censored, firsts, timeOf }: Censoring,
  eta: Float64Array,
  { hazard, mean }: SubdistributionHazard,
): Float64Array {
  const { n, event } = people;
  const times = hazard.length;
  const width = 1 + columns;
  // Λ and ∫ x̄ dΛ up to each time; and per group Σ over later times (this one included) of Ĝ dΛ.
  const upTo = new Float64Array((times + 1) * width);
  for (let j = 0; j < times; j++) {
    const h = hazard[j] as number;
    upTo[(j + 1) * width] = (upTo[j * width] as number) + h;
    for (let a = 0; a < columns; a++) {
      const at = (j + 1) * width + 1 + a;
      upTo[at] = (upTo[at - width] as number) + h * (mean[j * columns + a] as number);
    }
  }
  const from = new Float64Array(groups * (times + 1) * width);
  for (let g = 0; g < groups; g++) {
    for (let j = times - 1; j >= 0; j--) {
      const at = (g * (times + 1) + j) * width;
      const h = (before[g * times + j] as number) * (hazard[j] as number);
      from[at] = (from[at + width] as number) + h;
      for (let a = 0; a < columns; a++) {
        from[at + 1 + a] =
          (from[at + width + 1 + a] as number) + h * (mean[j * columns + a] as number);
      }
    }
  }
  const { own, drift } = censoringParts();
  const result = new Float64Array(columns * columns);
  const influence = new Float64Array(columns);
  for (let p = 0; p < n; p++) {
    const g = group[p] as number;
    const j = timeOf[p] as number;
    const r = Math.exp(eta[p] as number);
    const past = (j + 1) * width;
    const later = (g * (times + 1) + j + 1) * width;
    const share = event[p] === 2 ? r / (before[g * times + j] as number) : 0;
    const cell = (g * times + j) * columns;
    for (let a = 0; a < columns; a++) {
      const xa = x[p * columns + a] as number;
      let value = r * ((upTo[past + 1 + a] as number) - xa * (upTo[past] as number));
      value += share * ((from[later + 1 + a] as number) - xa * (from[later] as number));
      if (event[p] === 1) value += xa - (mean[j * columns + a] as number);
      value += drift[cell + a] as number;
      if (event[p] === 0) value += own[cell + a] as number;
      influence[a] = value;
    }
    for (let a = 0; a < columns; a++) {
      for (let b = 0; b < columns; b++) {
        result[a * columns + b] =
          (result[a * columns + b] as number) + (influence[a] as number) * (influence[b] as number);
      }
    }
  }
  return result;

  /** q/π of being censored at a time, and −∫ q/π dΛᶜ of having been observed up to it. */
  function censoringParts(): { own: Float64Array; drift: Float64Array } {
    const own = new Float64Array(groups * times * columns);
    const drift = new Float64Array(groups * times * columns);
    const earlier = new Float64Array(groups * width);
    const running = new Float64Array(groups * columns);
    for (let j = 0; j < times; j++) {
      for (let g = 0; g < groups; g++) {
        const at = g * times + j;
        const c = censored[at] as number;
        const y = atRisk[at] as number;
        const later = (g * (times + 1) + j) * width;
        for (let a = 0; a < columns; a++) {
          if (c > 0) {
            const q =
              (earlier[g * width + 1 + a] as number) * (from[later] as number) -
              (earlier[g * width] as number) * (from[later + 1 + a] as number);
            own[at * columns + a] = q / y;
            running[g * columns + a] = (running[g * columns + a] as number) - (c * q) / (y * y);
          }
          drift[at * columns + a] = running[g * columns + a] as number;
        }
      }
      for (let p = firsts[j] as number; p < (firsts[j + 1] as number); p++) {
        if (event[p] !== 2) continue;
        const g = group[p] as number;
        const w = Math.exp(eta[p] as number) / (before[g * times + j] as number);
        earlier[g * width] = (earlier[g * width] as number) + w;
        for (let a = 0; a < columns; a++) {
          const at = g * width + 1 + a;
          earlier[at] = (earlier[at] as number) + w * (x[p * columns + a] as number);
        }
      }
    }
    return { own, drift };
  }
}
