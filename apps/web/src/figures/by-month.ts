/** Submissions of one or several institutions, month by month without gaps. */

export type Month = { month: string; submissions: number; records: number; refused: number };

/** Sums by month from the first to the last month with any; months without stand at zero. */
export function byMonth(series: readonly (readonly Month[])[]): Month[] {
  const sums = new Map<string, Month>();
  for (const month of series.flat()) {
    const sum = sums.get(month.month) ?? {
      month: month.month,
      submissions: 0,
      records: 0,
      refused: 0,
    };
    sum.submissions += month.submissions;
    sum.records += month.records;
    sum.refused += month.refused;
    sums.set(month.month, sum);
  }
  const known = [...sums.keys()].sort();
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months: Month[] = [];
  for (let at = first; at <= last; at = following(at)) {
    months.push(sums.get(at) ?? { month: at, submissions: 0, records: 0, refused: 0 });
  }
  return months;
}

/** The month after, `2024-12` → `2025-01`. */
function following(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number)).toISOString().slice(0, 7);
}
