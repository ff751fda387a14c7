import type { RateInterval } from '@nodp/biostatistics';
import type { RateIntervalMethod } from '../generated/resolvers.ts';

/** The estimators' names of the intervals. */
export const INTERVALS: Readonly<Record<RateIntervalMethod, RateInterval>> = {
  FAY_FEUER: 'fay-feuer',
  TIWARI: 'tiwari',
};
