/** A figure of a study as it is read. */
import { formatCount, formatNumber } from '../format/quantity.ts';
import type { StudyScale } from '../graph/generated/graphql.ts';

interface Value {
  readonly value: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

const formatted: Record<StudyScale, (value: number) => string> = {
  COUNT: formatCount,
  SHARE: percent,
  MONTHS: formatNumber,
  MEDIAN: formatNumber,
  DIFFERENCE: formatNumber,
  RATIO: (value) => value.toPrecision(3),
  P: (value) => (value < 0.001 ? '< 0.001' : value.toFixed(3)),
};

/** @param of null where it is hidden, or not told */
export const formatStudyValue = (scale: StudyScale, of: Value | null | undefined): string => {
  if (of === null || of === undefined) return '—';
  const { value, lower, upper } = of;
  const said = formatted[scale](value);
  return lower === null || upper === null
    ? said
    : `${said} (${formatted[scale](lower)}; ${formatted[scale](upper)})`;
};
