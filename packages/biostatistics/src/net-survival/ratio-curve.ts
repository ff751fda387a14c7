import { BiostatisticsError } from '../errors.ts';
import type { Confidence } from '../survival/confidence.ts';
import { type RelativeCurve, relativeCurve } from './curve.ts';
import { observe } from './observed.ts';
import type { Patients } from './patients.ts';

/** Choices common to the estimators that divide observed by expected survival. */
export type RatioOptions = {
  readonly confidence?: Partial<Confidence> | undefined;
  /** Observed survival: `product` (Kaplan–Meier, default) or `exponential` (of Nelson–Aalen). */
  readonly form?: 'product' | 'exponential' | undefined;
};

/** Observed over expected survival at `times` (which hold every exit); log variance Σ d / Y². */
export function ratioCurve(
  patients: Patients,
  times: Float64Array,
  expected: Float64Array,
  { confidence, form }: RatioOptions,
): RelativeCurve {
  const { atRisk, events, hazard, variance } = observe(patients, times);
  const survival = new Float64Array(times.length);
  const logVariance = new Float64Array(times.length);
  let product = 1;
  let cumulative = 0;
  let sum = 0;
  for (let j = 0; j < times.length; j++) {
    product *= 1 - (hazard[j] as number);
    cumulative += hazard[j] as number;
    sum += variance[j] as number;
    const observed = form === 'exponential' ? Math.exp(-cumulative) : product;
    survival[j] = observed / (expected[j] as number);
    logVariance[j] = sum;
  }
  const columns = { n: patients.time.length, time: times, atRisk, events, survival };
  return relativeCurve(columns, logVariance, confidence);
}

/** @throws {BiostatisticsError} `out-of-range`: the method has no meaning under late entry. */
export function fromDiagnosis(method: string, { entry }: Patients): void {
  if (entry === undefined) return;
  for (let index = 0; index < entry.length; index++) {
    if (entry[index] === 0) continue;
    throw new BiostatisticsError(
      'out-of-range',
      { argument: 'entry', index },
      `is ${entry[index]}; ${method} follows everybody from diagnosis. Use edererII or poharPerme`,
    );
  }
}
