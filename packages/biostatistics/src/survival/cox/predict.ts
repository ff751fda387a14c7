import { finite, type Numbers } from '../../checks.ts';
import { BiostatisticsError } from '../../errors.ts';
import { type Confidence, DEFAULT_CONFIDENCE, survivalLimits } from '../confidence.ts';
import { type EventTimes, eventTimes } from './event-times.ts';
import type { CoxModel } from './model.ts';

/** Predicted curve of one covariate pattern in one stratum; row i holds from `time[i]` on. */
export interface PredictedSurvival {
  readonly stratum: number;
  /** Event times of the stratum, ascending. */
  readonly time: Float64Array;
  readonly cumulativeHazard: Float64Array;
  /** Of the cumulative hazard, which is that of log S. */
  readonly hazardStandardError: Float64Array;
  readonly survival: Float64Array;
  /** Of the survival. */
  readonly standardError: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * Survival curves a Cox model predicts, as R's `survfit.coxph`: S(t | x) = exp(−Ĥ(t | x)), with
 * the Efron or Breslow baseline hazard to match the model's ties, and
 *
 *   Ĥ(t | x) = e^{(x − m)ᵀβ} Σ dH,   var Ĥ = e^{2(x − m)ᵀβ} [Σ dV + qᵀ V q],  q = Σ (x − x̄) dH
 *
 * (Tsiatis 1981; Therneau & Grambsch 2000, eq. 10.6–10.8); V is the model's covariance, robust when
 * the model is. Limits as in `survivalLimits`.
 *
 * @param patterns covariate values, one array a pattern in the order of the model's columns, in
 *   the covariates' own units
 * @param stratum which baseline; default 0
 * @throws {BiostatisticsError} `lengths-differ`, `not-finite`, `out-of-range` (stratum)
 */
export function predictSurvival(
  model: CoxModel,
  patterns: readonly Numbers[],
  stratum = 0,
  confidence: Partial<Confidence> = {},
): PredictedSurvival[] {
  const { design } = model;
  if (!(Number.isInteger(stratum) && stratum >= 0 && stratum + 1 < design.people.starts.length)) {
    throw new BiostatisticsError(
      'out-of-range',
      'stratum',
      `is ${stratum}; the model has none such`,
    );
  }
  const table = eventTimes(design, model.eta);
  const scaled = model.covariance.map(
    (v, at) =>
      v *
      (design.scale[Math.floor(at / design.columns)] as number) *
      (design.scale[at % design.columns] as number),
  );
  return patterns.map((pattern) =>
    curve(model, table, scaled, pattern, stratum, { ...DEFAULT_CONFIDENCE, ...confidence }),
  );
}

function curve(
  { design, coefficients }: CoxModel,
  table: EventTimes,
  covariance: Float64Array,
  pattern: Numbers,
  stratum: number,
  confidence: Confidence,
): PredictedSurvival {
  const p = design.columns;
  if (pattern.length !== p) {
    throw new BiostatisticsError(
      'lengths-differ',
      'patterns',
      `has ${pattern.length} values for ${p} covariates`,
    );
  }
  finite('patterns', pattern);
  const x = design.mean.map((m, a) => ((pattern[a] as number) - m) / (design.scale[a] as number));
  let eta = 0;
  for (let a = 0; a < p; a++)
    eta += (x[a] as number) * (coefficients[a] as number) * (design.scale[a] as number);
  const relative = Math.exp(eta);
  const first = table.starts[stratum] as number;
  const rows = (table.starts[stratum + 1] as number) - first;
  const cumulativeHazard = new Float64Array(rows);
  const hazardStandardError = new Float64Array(rows);
  const q = new Float64Array(p);
  let hazard = 0;
  let variance = 0;
  for (let i = 0; i < rows; i++) {
    const row = first + i;
    const h = table.hazard[row] as number;
    hazard += h;
    variance += table.hazardVariance[row] as number;
    for (let a = 0; a < p; a++) {
      q[a] = (q[a] as number) + (x[a] as number) * h - (table.meanHazard[row * p + a] as number);
    }
    let spread = variance;
    for (let a = 0; a < p; a++) {
      for (let b = 0; b < p; b++) {
        spread += (q[a] as number) * (covariance[a * p + b] as number) * (q[b] as number);
      }
    }
    cumulativeHazard[i] = relative * hazard;
    hazardStandardError[i] = relative * Math.sqrt(Math.max(0, spread));
  }
  const survival = cumulativeHazard.map((h) => Math.exp(-h));
  return {
    stratum,
    time: table.time.slice(first, first + rows),
    cumulativeHazard,
    hazardStandardError,
    survival,
    standardError: survival.map((s, i) => s * (hazardStandardError[i] as number)),
    ...survivalLimits(survival, hazardStandardError, confidence),
  };
}

/** Baseline cumulative hazard of a stratum, at all covariates 0 (R's `basehaz(centered = FALSE)`). */
export function baselineHazard(model: CoxModel, stratum = 0): PredictedSurvival {
  return predictSurvival(
    model,
    [new Float64Array(model.names.length)],
    stratum,
  )[0] as PredictedSurvival;
}
