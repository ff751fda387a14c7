/** A probability as people read it: near its ends with as many nines as it has, never as 0 or 100. */
export const percent = (probability: number): string => {
  if (probability >= 0.9999) return '> 99.99 %';
  if (probability < 0.001) return '< 0.1 %';
  const shown = 100 * probability;
  return `${shown >= 99 ? shown.toFixed(2) : shown >= 10 ? shown.toFixed(0) : shown.toFixed(1)} %`;
};
