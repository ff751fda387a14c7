import { logAxis } from '../../../charts/curves/log-axis.ts';
import type { Cox } from './queries.ts';

export type Ratio = NonNullable<Cox['terms'][number]['levels'][number]['adjusted']>;

/** A logarithmic axis about 1 that holds every interval, at most a hundredfold either way. */
export function axisOf(ratios: readonly Ratio[]): ReturnType<typeof logAxis> {
  const most = Math.min(
    100,
    Math.max(2, ...ratios.flatMap(({ lower, upper }) => [upper, 1 / Math.max(lower, 1e-9)])),
  );
  return logAxis([1 / most, most]);
}
