import type { RiskSums } from './risk-sets.ts';

const means = new Float64Array(256);

/** Adds one event time to score and information (lower triangle); returns its log likelihood. */
export function addEventTime(
  { all, dying, deaths, died }: RiskSums,
  columns: number,
  efron: boolean,
  score: Float64Array,
  information: Float64Array,
): number {
  const mean = columns <= means.length ? means : new Float64Array(columns);
  const terms = efron ? died : 1;
  const w = (deaths[0] as number) / terms;
  let logLikelihood = deaths[1] as number;
  for (let a = 0; a < columns; a++) score[a] = (score[a] as number) + (deaths[2 + a] as number);
  for (let k = 0; k < terms; k++) {
    const f = k / died;
    const s0 = (all[0] as number) - f * (dying[0] as number);
    logLikelihood -= w * Math.log(s0);
    const share = w / s0;
    let cell = 1 + columns;
    for (let a = 0; a < columns; a++) {
      const m = ((all[1 + a] as number) - f * (dying[1 + a] as number)) / s0;
      mean[a] = m;
      score[a] = (score[a] as number) - w * m;
      const wm = w * m;
      for (let b = 0; b <= a; b++, cell++) {
        const at = a * columns + b;
        information[at] =
          (information[at] as number) +
          share * ((all[cell] as number) - f * (dying[cell] as number)) -
          wm * (mean[b] as number);
      }
    }
  }
  return logLikelihood;
}

/** Copies the lower triangle to the upper. */
export function mirror(matrix: Float64Array, size: number): void {
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < a; b++) matrix[b * size + a] = matrix[a * size + b] as number;
  }
}
