import { kaplanMeierOfCounts, type TimeCounts } from '@nodp/biostatistics';
import { type Disclosed, type DisclosureRule, disclose, discloseTable } from '@nodp/disclosure';

/** Days of a month, as a year of 365.25 days has them. */
const MONTH = 30.4375;
const YEAR = 12;
const MOST_MONTHS = 120;

export interface EstimateAnswer {
  readonly survival: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

export interface SurvivalAnswer {
  readonly cases: Disclosed;
  readonly deaths: Disclosed;
  readonly points: (EstimateAnswer & { readonly months: number })[];
  readonly at1: EstimateAnswer | null;
  readonly at3: EstimateAnswer | null;
  readonly at5: EstimateAnswer | null;
}

/** As a loop: thirty sites of five years of days are summed for every answer. */
const sum = (values: Uint32Array): number => {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i] as number;
  return total;
};

const probability = (value: number | null): number | null =>
  value === null ? null : Number(value.toFixed(3));

/**
 * Estimates at some months after diagnosis; null where fewer than the minimum cell are still at risk.
 * @param counts of somebody
 */
const estimates = (
  counts: TimeCounts,
  months: readonly number[],
  { minimumCell }: DisclosureRule,
): (EstimateAnswer | null)[] =>
  kaplanMeierOfCounts(
    counts,
    months.map((month) => month * MONTH),
  ).map((point) =>
    point.atRisk < minimumCell
      ? null
      : {
          survival: Number(point.survival.toFixed(3)),
          lower: probability(point.lower),
          upper: probability(point.upper),
        },
  );

const MONTHS = Array.from({ length: MOST_MONTHS + 1 }, (_, month) => month);

/** Observed survival of cases, month by month as long as enough are at risk; null where too few were followed. */
export const survivalOf = (counts: TimeCounts, rule: DisclosureRule): SurvivalAnswer | null => {
  const died = sum(counts.deaths);
  const followed = died + sum(counts.censored);
  const cases = disclose(followed, rule);
  if (cases.suppressed) return null;
  const [deaths] = discloseTable([died, followed - died], rule) as [Disclosed];
  const monthly = estimates(counts, MONTHS, rule);
  const at = (years: number) => monthly[years * YEAR] ?? null;
  const points = [];
  for (const [months, estimate] of monthly.entries()) {
    if (estimate === null) break;
    points.push({ months, ...estimate });
  }
  return { cases, deaths, points, at1: at(1), at3: at(3), at5: at(5) };
};

/** Observed survival five years after diagnosis; null where too few are left. */
export const fiveYearSurvivalOf = (
  counts: TimeCounts,
  rule: DisclosureRule,
): EstimateAnswer | null => {
  if (sum(counts.deaths) + sum(counts.censored) < rule.minimumCell) return null;
  const [estimate] = estimates(counts, [5 * YEAR], rule);
  return estimate ?? null;
};
