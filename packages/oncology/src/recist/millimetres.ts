/** A length in tenths of a millimetre, whole: binary fractions would say that 14.0 to 9.8 mm is less than −30 %. */
export type Tenths = number;

/** Null where it is no length. */
export const tenths = (millimetres: number): Tenths | null =>
  Number.isFinite(millimetres) && millimetres >= 0 ? Math.round(millimetres * 10) : null;

export const millimetres = (value: Tenths): number => value / 10;

/** Whether a sum rose from a lowest one by 20 % and by 5 mm at least. */
export const rosePd = (sum: Tenths, nadir: Tenths): boolean => {
  const rise = sum - nadir;
  return rise * 5 >= nadir && rise >= 50;
};

/** Whether a sum is 30 % under the baseline at least. */
export const fellPr = (sum: Tenths, baseline: Tenths): boolean =>
  (baseline - sum) * 10 >= 3 * baseline;

/** Change in per cent to one decimal; null from nothing. */
export const percent = (sum: Tenths, from: Tenths): number | null =>
  from === 0 ? null : Math.round(((sum - from) * 1000) / from) / 10;
