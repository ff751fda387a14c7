import { kaplanMeierOfCounts, type TimeCounts } from '@nodp/biostatistics';
import {
  type Counted,
  type Disclosed,
  type DisclosureRule,
  discloseCounted,
  discloseCurve,
  discloseTable,
  partOf,
} from '@nodp/disclosure';

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

/** Names of the parts of a set of cases. */
const [FOLLOWED, DIED, ALIVE] = [201, 202, 203];

const deathsUntil = ({ deaths }: TimeCounts, months: readonly number[]): number[] => {
  let [day, total] = [0, 0];
  return months.map((month) => {
    for (; day < deaths.length && day <= month * MONTH; day++) total += deaths[day] as number;
    return total;
  });
};

/** The curve month by month as it may leave: as long as enough are at risk. */
const curveOf = (
  counts: TimeCounts,
  followed: Counted,
  months: readonly number[],
  rule: DisclosureRule,
) => {
  const died = deathsUntil(counts, months);
  const points = kaplanMeierOfCounts(
    counts,
    months.map((month) => month * MONTH),
  ).map(({ survival, atRisk }, i) => ({
    time: months[i] as number,
    survival,
    atRisk,
    deaths: died[i] as number,
  }));
  return discloseCurve(followed, points, rule).map(({ time, survival, lower, upper }) => ({
    months: time,
    survival: Number(survival.toFixed(3)),
    lower: probability(lower),
    upper: probability(upper),
  }));
};

const upTo = (months: number) => Array.from({ length: months + 1 }, (_, month) => month);
const MONTHS = upTo(MOST_MONTHS);
const FIVE_YEARS = upTo(5 * YEAR);

/**
 * Observed survival of cases, month by month as long as enough are at risk; null where too few were followed.
 * @param of the cases, those without a known time among them
 */
export const survivalOf = (
  counts: TimeCounts,
  of: Counted,
  rule: DisclosureRule,
): SurvivalAnswer | null => {
  const died = sum(counts.deaths);
  const followed = partOf(of, FOLLOWED, died + sum(counts.censored), rule);
  const cases = discloseCounted(followed, rule);
  if (cases.suppressed) return null;
  const [deaths] = discloseTable(
    [partOf(of, DIED, died, rule), partOf(of, ALIVE, followed.count - died, rule)],
    rule,
  );
  const points = curveOf(counts, followed, MONTHS, rule);
  const at = (years: number): EstimateAnswer | null => {
    const point = points[years * YEAR];
    return point === undefined
      ? null
      : { survival: point.survival, lower: point.lower, upper: point.upper };
  };
  return { cases, deaths, points, at1: at(1), at3: at(3), at5: at(5) };
};

/** Observed survival five years after diagnosis; null where too few are left. */
export const fiveYearSurvivalOf = (
  counts: TimeCounts,
  of: Counted,
  rule: DisclosureRule,
): EstimateAnswer | null => {
  const followed = partOf(of, FOLLOWED, sum(counts.deaths) + sum(counts.censored), rule);
  if (followed.count < rule.minimumCell) return null;
  const point = curveOf(counts, followed, FIVE_YEARS, rule)[5 * YEAR];
  return point === undefined
    ? null
    : { survival: point.survival, lower: point.lower, upper: point.upper };
};
