/** p-values as papers print them. */

/** One below what the machine can hold is said to be no more than that. */
export const formatP = (p: number): string =>
  p < 1e-300 ? '< 1e-300' : p < 0.001 ? '< 0.001' : `= ${p.toFixed(p < 0.01 ? 3 : 2)}`;

/** One of many tests, where a thousandth is not small: two significant digits, as powers of ten below it. */
export const formatSmallP = (p: number): string =>
  p < 1e-300 ? '< 1e-300' : p < 0.001 ? p.toExponential(1) : p.toPrecision(2);
