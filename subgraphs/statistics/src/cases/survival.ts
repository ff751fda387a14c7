import { kaplanMeier, type SurvivalCurve, survivalAt } from '@nodp/biostatistics';
import {
  type Disclosed,
  type DisclosureRule,
  disclose,
  discloseTable,
  type SurvivalCounts,
} from '@nodp/warehouse';

/** Days of a month, as a year of 365.25 days has them. */
const MONTH = 30.4375;
const YEAR = 12;
const MOST_MONTHS = 120;

/** Cases by the day on which they died, or were last seen alive. */
type DayCounts = Pick<SurvivalCounts, 'deaths' | 'censored'>;

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

const sum = (values: Uint32Array): number => values.reduce((a, b) => a + b, 0);

/** Cases still at risk at the beginning of each month, from month 0. */
const atRiskMonthly = ({ deaths, censored }: DayCounts, months: number): Uint32Array => {
  const left = new Uint32Array(months + 1);
  let ahead = 0;
  let month = months;
  for (let day = Math.max(deaths.length, censored.length) - 1; day >= 0 && month >= 0; day--) {
    // Days are whole: who is at risk at a time between two days is so on the later one.
    for (; month >= 0 && month * MONTH > day; month--) left[month] = ahead;
    ahead += (deaths[day] ?? 0) + (censored[day] ?? 0);
  }
  for (; month >= 0; month--) left[month] = ahead;
  return left;
};

/**
 * The Kaplan–Meier curve of grouped counts up to a day; whoever was followed longer is censored after it. A
 * row stands for as many cases as its weight says, which is what Greenwood's variance takes weights for.
 */
const curveOf = ({ deaths, censored }: DayCounts, until: number): SurvivalCurve => {
  const days = Math.max(deaths.length, censored.length);
  const most = 2 * days + 1;
  const time = new Float64Array(most);
  const event = new Uint8Array(most);
  const weight = new Float64Array(most);
  let rows = 0;
  const row = (day: number, died: 0 | 1, count: number) => {
    if (count === 0) return;
    time[rows] = day;
    event[rows] = died;
    weight[rows] = count;
    rows++;
  };
  let beyond = 0;
  for (let day = 0; day < days; day++) {
    const [died, left] = [deaths[day] ?? 0, censored[day] ?? 0];
    if (day > until) beyond += died + left;
    else {
      row(day, 1, died);
      row(day, 0, left);
    }
  }
  row(Math.floor(until) + 1, 0, beyond);
  return kaplanMeier({
    time: time.subarray(0, rows),
    event: event.subarray(0, rows),
    weight: weight.subarray(0, rows),
    variance: 'greenwood',
    rows: 'events',
  });
};

const probability = (value: number | null): number | null =>
  value === null ? null : Number(value.toFixed(3));

/** A curve read at a month; null where fewer than the minimum cell are still at risk. */
const reading =
  (curve: SurvivalCurve, atRisk: Uint32Array, { minimumCell }: DisclosureRule) =>
  (month: number): EstimateAnswer | null => {
    const [point] = survivalAt(curve, [month * MONTH]);
    if (point === undefined || (atRisk[month] ?? 0) < minimumCell) return null;
    return {
      survival: Number(point.survival.toFixed(3)),
      lower: probability(point.lower),
      upper: probability(point.upper),
    };
  };

/** Observed survival of cases, month by month as long as enough are at risk; null where too few were followed. */
export const survivalOf = (counts: DayCounts, rule: DisclosureRule): SurvivalAnswer | null => {
  const died = sum(counts.deaths);
  const followed = died + sum(counts.censored);
  const cases = disclose(followed, rule);
  if (cases.suppressed) return null;
  const [deaths] = discloseTable([died, followed - died], rule) as [Disclosed];
  const atRisk = atRiskMonthly(counts, MOST_MONTHS);
  const at = reading(curveOf(counts, MOST_MONTHS * MONTH), atRisk, rule);
  const points = [];
  for (let months = 0; months <= MOST_MONTHS; months++) {
    const estimate = at(months);
    if (estimate === null) break;
    points.push({ months, ...estimate });
  }
  return { cases, deaths, points, at1: at(YEAR), at3: at(3 * YEAR), at5: at(5 * YEAR) };
};

/** Observed survival five years after diagnosis; null where too few are left. */
export const fiveYearSurvivalOf = (
  counts: DayCounts,
  rule: DisclosureRule,
): EstimateAnswer | null => {
  const months = 5 * YEAR;
  const atRisk = atRiskMonthly(counts, months);
  if ((atRisk[months] ?? 0) < rule.minimumCell) return null;
  return reading(curveOf(counts, months * MONTH), atRisk, rule)(months);
};
