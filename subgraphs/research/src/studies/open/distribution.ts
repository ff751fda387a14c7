/** A value with how many have it. */
interface Cell {
  readonly value: string;
  readonly count: number;
}

/** Values shown of an attribute that is none of numbers. */
const MOST = 30;
const CLASSES = 10;

const rounded = (value: number): string => String(Number(value.toPrecision(6)));

/** Ten classes of equal width from the least to the greatest, the last with both its ends. */
const ofNumbers = (numbers: readonly number[]): Cell[] => {
  const least = numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const width = (most - least) / CLASSES;
  // A tenth of a distance below the least that a double holds is 0, and no width.
  if (width === 0) return [{ value: rounded(least), count: numbers.length }];
  const counts = new Array<number>(CLASSES).fill(0);
  for (const number of numbers) {
    const at = Math.min(CLASSES - 1, Math.floor((number - least) / width));
    counts[at] = (counts[at] as number) + 1;
  }
  return counts.map((count, i) => ({
    value: `${rounded(least + i * width)} – ${rounded(least + (i + 1) * width)}`,
    count,
  }));
};

/** How the values of an attribute lie. @param isNumber whether the study declares it a number; one that holds words is none */
export const distributionOf = (values: readonly (string | null)[], isNumber: boolean) => {
  const known = values.filter((value) => value !== null);
  const counts = new Map<string, number>();
  for (const value of known) counts.set(value, (counts.get(value) ?? 0) + 1);
  const numbers = known.map(Number);
  const areNumbers = isNumber && known.length > 0 && numbers.every(Number.isFinite);
  return {
    isNumber: areNumbers,
    distinct: counts.size,
    missing: values.length - known.length,
    cells: areNumbers
      ? ofNumbers(numbers)
      : [...counts]
          .map(([value, count]) => ({ value, count }))
          .toSorted((a, b) => b.count - a.count || a.value.localeCompare(b.value))
          .slice(0, MOST),
  };
};
