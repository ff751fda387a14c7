import type { Cox } from './queries.ts';

export type Ratio = NonNullable<Cox['terms'][number]['levels'][number]['adjusted']>;

/** Ticks of a logarithmic axis that holds every interval, at most a hundredfold either way. */
export function axisOf(ratios: readonly Ratio[]): { from: number; to: number; ticks: number[] } {
  const most = Math.min(
    100,
    Math.max(2, ...ratios.flatMap(({ lower, upper }) => [upper, 1 / Math.max(lower, 1e-9)])),
  );
  const all = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];
  const to = all.find((tick) => tick >= most) ?? 100;
  const wanted = to > 10 ? [0.01, 0.1, 1, 10, 100] : all;
  return { from: 1 / to, to, ticks: wanted.filter((tick) => tick >= 1 / to && tick <= to) };
}
