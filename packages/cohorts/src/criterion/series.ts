/** What of a person's results, in order of time, is compared. */
export const STATISTICS = [
  'FIRST',
  'LAST',
  'LOWEST',
  'HIGHEST',
  'CHANGE',
  'CHANGE_PERCENT',
  'SLOPE',
] as const;
export type Statistic = (typeof STATISTICS)[number];

/**
 * A statistic of the person's results of an analyte lies within inclusive bounds, in the release's unit; null is open. A change is
 * the last less the first, in that unit or in per cent of the first; a slope the line of least squares in units a 30 days: both of
 * two results or more.
 */
export interface Series {
  /** LOINC, as the release has it. */
  readonly analyte: string;
  readonly statistic: Statistic;
  readonly from: number | null;
  readonly to: number | null;
  /** Days from the diagnosis of the case on which a result may have been taken; null is open. */
  readonly after: number | null;
  readonly until: number | null;
}

export const SLOPE_DAYS = 30;

/** Whether one result decides: what it has shown stays so, whatever follows. */
export const isSettledByOne = ({ statistic, from, to }: Series): boolean =>
  statistic === 'FIRST' ||
  (statistic === 'HIGHEST' && to === null) ||
  (statistic === 'LOWEST' && from === null);
