/** Durations of repeated calls, in milliseconds, sorted. */
export const durations = async (
  times: number,
  call: () => Promise<unknown>,
  { warmUp = 20, together = 1 }: { warmUp?: number; together?: number } = {},
): Promise<number[]> => {
  for (let i = 0; i < warmUp; i++) await call();
  const measured: number[] = [];
  const one = async (share: number) => {
    for (let i = 0; i < share; i++) {
      const begun = performance.now();
      await call();
      measured.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: together }, () => one(Math.ceil(times / together))));
  return measured.sort((a, b) => a - b);
};

/** @param p from 0 to 1 */
export const quantile = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? Number.NaN;
