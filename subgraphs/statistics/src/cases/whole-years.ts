import type { CaseColumns } from '@nodp/warehouse';

/** Cases by year and month (1 to 12) of diagnosis. */
export type MonthCounts = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** Years from the first to the last, both of them. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** A month with less than this share of its year's average month was not reported whole. */
const LEAST = 0.25;

const isWhole = (months: ReadonlyMap<number, number>): boolean => {
  let cases = 0;
  for (const count of months.values()) cases += count;
  for (let month = 1; month <= 12; month++)
    if ((months.get(month) ?? 0) < (LEAST * cases) / 12) return false;
  return cases > 0;
};

/**
 * Years of diagnosis a release holds whole: cases diagnosed after the year's end are known, so that it was
 * told after the year was over, and no month of it has less than a quarter of the cases of its average
 * month, so that reports neither began nor broke off within it. Of several runs of such years the latest;
 * null where there is none.
 */
export const wholeYears = (years: MonthCounts): Span | null => {
  const latest = Math.max(...years.keys());
  const whole = (year: number) => year < latest && isWhole(years.get(year) ?? new Map());
  const last = [...years.keys()].sort((a, b) => b - a).find(whole);
  if (last === undefined) return null;
  let first = last;
  while (whole(first - 1)) first--;
  return { first, last };
};

/** Cases whose month of diagnosis is known. */
export const monthCounts = ({ numbers, rows }: CaseColumns): MonthCounts => {
  const { diagnosis_year: years, diagnosis_month: months } = numbers;
  const width = months.values.length + 1;
  const counts = new Uint32Array((years.values.length + 1) * width);
  for (let row = 0; row < rows; row++) {
    const at = (years.codes[row] as number) * width + (months.codes[row] as number);
    counts[at] = (counts[at] as number) + 1;
  }
  const ofYear = (y: number) =>
    new Map(months.values.map((month, m) => [month, counts[(y + 1) * width + m + 1] as number]));
  return new Map(years.values.map((year, y) => [year, ofYear(y)]));
};

export const isIn = (span: Span | null, year: number | null): boolean =>
  span !== null && year !== null && year >= span.first && year <= span.last;

/** The years both of a span and within bounds. */
export const within = (
  span: Span | null,
  from: number | undefined,
  to: number | undefined,
): Span | null => {
  if (span === null) return null;
  const first = Math.max(span.first, from ?? span.first);
  const last = Math.min(span.last, to ?? span.last);
  return first > last ? null : { first, last };
};
