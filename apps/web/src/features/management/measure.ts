/** What the dashboard can show of any group of cases, and how figures read. */
import { formatCount, formatRate } from '../../format/quantity.ts';
import type { CountFragment, RatesFragment, ShareFragment } from '../../graph/generated/graphql.ts';

export const measures = ['cases', 'crude', 'ageStandardised'] as const;
export type Measure = (typeof measures)[number];

/** A group of cases with its rates. */
export type Counted = { cases: CountFragment; rates: RatesFragment };

/** Why there is no rate although cases are shown. */
export type NoRate = Exclude<RatesFragment['absent'], 'TOO_FEW' | null>;

/**
 * A number with its 95% interval where it has one; or that disclosure control keeps it back; or that
 * there is none, e.g. a rate where no registry covers the population.
 */
export type Figure =
  | { is: 'shown'; value: number; lower: number | null; upper: number | null }
  | { is: 'suppressed' }
  | { is: 'none'; why?: NoRate };

const suppressed: Figure = { is: 'suppressed' };
const none: Figure = { is: 'none' };

/** A count as a figure. */
export const figureOfCount = (count: CountFragment): Figure =>
  count.value === null ? (count.suppressed ? suppressed : none) : shown(count.value);

/** A rate as a figure; it is kept back where its count is, and says why where nobody stands below it. */
export const figureOfRate = (
  rate: { value: number; lower: number | null; upper: number | null } | null,
  count: CountFragment,
  absent: RatesFragment['absent'] = null,
): Figure => {
  if (rate) return shown(rate.value, rate.lower, rate.upper);
  if (absent !== null && absent !== 'TOO_FEW') return { is: 'none', why: absent };
  return count.suppressed || absent === 'TOO_FEW' ? suppressed : none;
};

/** A share of cases as a figure; it is kept back where its count is. */
export const figureOfShare = ({ share, cases }: ShareFragment): Figure =>
  share === null ? (cases.suppressed ? suppressed : none) : shown(share);

/** An estimate of survival as a figure. */
export const figureOfSurvival = (
  estimate: { survival: number; lower: number | null; upper: number | null } | null,
): Figure => (estimate ? shown(estimate.survival, estimate.lower, estimate.upper) : none);

/** What a group of cases shows of a measure. */
export const figureOf = ({ cases, rates }: Counted, measure: Measure): Figure =>
  measure === 'cases' ? figureOfCount(cases) : figureOfRate(rates[measure], cases, rates.absent);

/** The figure's number, for drawing and ordering. */
export const numberOf = (figure: Figure): number | null =>
  figure.is === 'shown' ? figure.value : null;

/** Stands where a number is kept back; every page that shows it says what it means. */
export const suppressedSign = '*';

/** A figure as people read it, by the way its number is written. */
export const textOf = (figure: Figure, format: (value: number) => string): string =>
  figure.is === 'shown' ? format(figure.value) : figure.is === 'suppressed' ? suppressedSign : '—';

/** A figure in a file: the number itself. */
export const cellOf = (figure: Figure): number | string | null =>
  figure.is === 'shown' ? figure.value : figure.is === 'suppressed' ? suppressedSign : null;

/** A number of a measure. */
export const formatOf = (measure: Measure): ((value: number) => string) =>
  measure === 'cases' ? formatCount : formatRate;

/** `(19.8–20.9)`; empty without both limits. */
export const intervalText = (
  figure: { lower: number | null; upper: number | null },
  format: (value: number) => string,
): string =>
  figure.lower === null || figure.upper === null
    ? ''
    : `${format(figure.lower)}–${format(figure.upper)}`;

const shown = (
  value: number,
  lower: number | null = null,
  upper: number | null = null,
): Figure => ({
  is: 'shown',
  value,
  lower,
  upper,
});
