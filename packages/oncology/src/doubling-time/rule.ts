import { FieldError, flag, list, text } from '../registry/fields.ts';
import { clinicalRule, decided, missingOf, needs } from '../registry/rule.ts';

/** Raised whenever the same input gives another answer. */
const DOUBLING_TIME_VERSION = 1;

/** Days of a month: 365.25 / 12. */
const MONTH = 30.4375;
const DAY_MS = 86_400_000;

interface Point {
  /** Days since 1970. */
  readonly day: number;
  readonly value: number;
}

/** Values of a course; one reported as `<x` is no point. Throws `FieldError` where one cannot be read. */
const pointsOf = (raw: readonly unknown[]): Point[] =>
  raw.flatMap((entry, index) => {
    const { date, value } = (entry ?? {}) as { readonly date?: unknown; readonly value?: unknown };
    const day =
      typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date)
        ? Date.parse(date) / DAY_MS
        : Number.NaN;
    if (Number.isNaN(day))
      throw new FieldError('points', `point ${index + 1} has no date`, `第${index + 1}点没有日期`);
    if (typeof value === 'string' && /^\s*[<≤]/.test(value)) return [];
    const read = typeof value === 'number' ? value : Number(value);
    if (!(read > 0))
      throw new FieldError(
        'points',
        `point ${index + 1} has no value over 0`,
        `第${index + 1}点没有大于0的值`,
      );
    return [{ day, value: read }];
  });

/** Points of the last 12 months, each at least four weeks after the last one taken. */
const usable = (points: readonly Point[]): Point[] => {
  const ordered = points.toSorted((a, b) => a.day - b.day);
  const last = ordered.at(-1)?.day ?? 0;
  const taken: Point[] = [];
  for (const point of ordered) {
    if (last - point.day > 365.25) continue;
    if (taken.length === 0 || point.day - (taken.at(-1)?.day ?? 0) >= 28) taken.push(point);
  }
  return taken;
};

const slopeOf = (points: readonly Point[]): number => {
  const x = points.map(({ day }) => day / MONTH);
  const y = points.map(({ value }) => Math.log(value));
  const mean = (values: readonly number[]): number =>
    values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const xy = x.reduce((sum, value, index) => sum + (value - mx) * ((y[index] ?? 0) - my), 0);
  return xy / x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
};

export const DOUBLING_TIME = clinicalRule({
  id: 'doubling-time',
  version: DOUBLING_TIME_VERSION,
  title: { en: 'Doubling time of a tumour marker', zh: '肿瘤标志物倍增时间' },
  source: 'Arlen PM et al. J Urol 2008;179:2181-6 (PSAWG); Pound CR et al. JAMA 1999;281:1591-7',
  mark: 'seen',
  population: null,
  fields: {
    marker: text('marker and unit', '标志物及单位'),
    points: list(
      'values: [{"date": "2024-04-06", "value": 0.48}, …]; “<0.1” is no point',
      '检测值列表；“<0.1”不计',
    ),
    after_prostatectomy: flag(
      'PSA after prostatectomy: values under 0.2 are not taken',
      '前列腺切除术后PSA：低于0.2不计',
    ),
  },
  outputs: ['slope_ln_per_month', 'doubling_months'],
  names: ['marker doubling time'],
  decide: (given) => {
    if (given.points === null) return needs(missingOf(given, ['points']));
    const read = pointsOf(given.points);
    const points = usable(
      given.after_prostatectomy === true ? read.filter(({ value }) => value >= 0.2) : read,
    );
    if (points.length < 3)
      return {
        value: null,
        explanation: [
          {
            en: `Needs three values, each at least four weeks after the last, within 12 months: there are ${points.length}.`,
            zh: `需要12个月内至少间隔4周的3个检测值：现有${points.length}个。`,
          },
        ],
        missing: ['points'],
        notApplicable: null,
      };
    const slope = slopeOf(points);
    const doubling = slope > 0 ? Math.LN2 / slope : null;
    return decided({ slope_ln_per_month: slope, doubling_months: doubling }, [
      doubling === null
        ? {
            en: `${points.length} values: not rising, so that there is no doubling time.`,
            zh: `${points.length}个检测值：未上升，无倍增时间。`,
          }
        : {
            en: `${points.length} values: doubles in ${doubling.toFixed(1)} months.`,
            zh: `${points.length}个检测值：倍增时间${doubling.toFixed(1)}个月。`,
          },
    ]);
  },
});
