import { alertOf, type Judgement, nothing } from './judgement.ts';
import { measured, type Point } from './points.ts';

/** Raised whenever the same input gives another answer. */
export const CALCITONIN_VERSION = 1;

const MONTH = 30.4375;
const DAY = 86_400_000;

export type CalcitoninClass = 'poor' | 'intermediate' | 'good' | 'falling';

/** Doubling time in months by least squares of ln value on months; null with fewer than four values. */
export const doublingOf = (points: readonly Point[]): { readonly months: number | null } | null => {
  const course = measured(points).filter(({ value }) => value > 0);
  if (course.length < 4) return null;
  const x = course.map(({ date }) => Date.parse(date) / DAY / MONTH);
  const y = course.map(({ value }) => Math.log(value));
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const spread = x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
  if (spread === 0) return null;
  const slope = x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] ?? 0) - my), 0) / spread;
  return { months: slope > 1e-9 ? Math.LN2 / slope : null };
};

export const calcitoninClass = (months: number | null): CalcitoninClass =>
  months === null ? 'falling' : months < 6 ? 'poor' : months > 24 ? 'good' : 'intermediate';

/**
 * Calcitonin of medullary thyroid carcinoma: a doubling time under six months tells a poor course, over 24 months a good
 * one; four values at least. Source: Wells SA et al. (ATA), Thyroid 2015;25:567–610.
 */
export const calcitonin = (points: readonly Point[]): Judgement => {
  const doubling = doublingOf(points);
  if (doubling === null)
    return nothing('Needs four values on different days.', '需要不同日期的4个检测值。');
  const course = measured(points);
  const { months } = doubling;
  const class_ = calcitoninClass(months);
  if (months === null) return nothing('Not rising.', '未上升。');
  const [en, zh] = [
    `Doubles in ${months.toFixed(1)} months (under 6: poor; over 24: good).`,
    `倍增时间${months.toFixed(1)}个月（<6个月：差；>24个月：好）。`,
  ];
  if (class_ === 'good') return nothing(en, zh);
  const last = course.at(-1) as Point;
  return alertOf(
    { date: last.date, confirmed: last.date, from: course[0] ?? null, to: last },
    en,
    zh,
  );
};
