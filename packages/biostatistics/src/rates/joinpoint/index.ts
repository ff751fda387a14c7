export type { Spacing } from './candidates.ts';
export type { InformationCriteria } from './information-criteria.ts';
export * from './joinpoint.ts';
export {
  annualPercentChanges,
  averageAnnualPercentChange,
  type ChangeOptions,
  type JoinsTakenAs,
  type PercentChange,
  type SegmentFit,
} from './segments.ts';
export type { RateSeries } from './series.ts';
