import { finite, type Numbers } from '../checks.ts';
import { BiostatisticsError } from '../errors.ts';

/** An intercept and covariates, centred and scaled, by rows; and the way back. */
export type StandardDesign = {
  readonly names: readonly string[];
  /** Columns with the intercept. */
  readonly columns: number;
  /** n × columns by rows. */
  readonly x: Float64Array;
  /** Coefficients of the covariates as given, from those of the scaled. */
  original(beta: Float64Array): Float64Array;
  /** Likewise their covariance. */
  originalCovariance(covariance: Float64Array): Float64Array;
};

/** @throws {BiostatisticsError} `lengths-differ`, `not-finite`, `singular` (a constant column) */
export function standardDesign(
  covariates: readonly Numbers[],
  given: readonly string[] | undefined,
  n: number,
): StandardDesign {
  const names = ['(intercept)', ...covariates.map((_, j) => given?.[j] ?? `x${j + 1}`)];
  const columns = covariates.length + 1;
  const x = new Float64Array(n * columns);
  const mean = new Float64Array(columns);
  const scale = new Float64Array(columns).fill(1);
  for (let i = 0; i < n; i++) x[i * columns] = 1;
  covariates.forEach((values, c) => {
    const name = names[c + 1] as string;
    if (values.length !== n) {
      throw new BiostatisticsError('lengths-differ', name, `has ${values.length} of ${n} values`);
    }
    finite(name, values);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += values[i] as number;
    const centre = sum / n;
    let squares = 0;
    for (let i = 0; i < n; i++) squares += ((values[i] as number) - centre) ** 2;
    const spread = Math.sqrt(squares / n);
    if (!(spread > 1e-12 * Math.abs(centre))) {
      throw new BiostatisticsError(
        'singular',
        name,
        'has the same value in every row; leave it out',
      );
    }
    mean[c + 1] = centre;
    scale[c + 1] = spread;
    for (let i = 0; i < n; i++) x[i * columns + c + 1] = ((values[i] as number) - centre) / spread;
  });
  // b₀ = β₀ − Σ β_j m_j / s_j and b_j = β_j / s_j: one matrix for coefficients and covariance.
  const back = new Float64Array(columns * columns);
  back[0] = 1;
  for (let j = 1; j < columns; j++) {
    back[j * columns + j] = 1 / (scale[j] as number);
    back[j] = -(mean[j] as number) / (scale[j] as number);
  }
  const times = (a: Float64Array, b: Float64Array, transposed: boolean) => {
    const product = new Float64Array(columns * columns);
    for (let i = 0; i < columns; i++) {
      for (let j = 0; j < columns; j++) {
        let sum = 0;
        for (let k = 0; k < columns; k++) {
          const right = transposed ? b[j * columns + k] : b[k * columns + j];
          sum += (a[i * columns + k] as number) * (right as number);
        }
        product[i * columns + j] = sum;
      }
    }
    return product;
  };
  return {
    names,
    columns,
    x,
    original: (beta) =>
      Float64Array.from({ length: columns }, (_, i) => {
        let sum = 0;
        for (let k = 0; k < columns; k++) {
          sum += (back[i * columns + k] as number) * (beta[k] as number);
        }
        return sum;
      }),
    originalCovariance: (covariance) => times(times(back, covariance, false), back, true),
  };
}
