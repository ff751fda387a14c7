import type { Numbers } from '../../checks.ts';

/**
 * Whether a variance is robust where the caller does not say: with clusters, or when a weight is
 * not a whole number and so is of sampling and not a number of people (R's `survfit` and `coxph`).
 */
export function impliesRobust(
  weight: Float64Array | undefined,
  cluster: Numbers | undefined,
): boolean {
  return cluster !== undefined || (weight?.some((w) => !Number.isInteger(w)) ?? false);
}
