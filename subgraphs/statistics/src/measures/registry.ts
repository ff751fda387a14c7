import type { StatisticsMeasure } from '../generated/resolvers.ts';
import { ageSpecific } from './age-specific-rate/measure.ts';
import { ageStandardised } from './age-standardised-rate/measure.ts';
import { cases } from './cases/measure.ts';
import { crude } from './crude-rate/measure.ts';
import type { Measure } from './measure.ts';

/** Every measure, in the order in which they are offered. */
const MEASURES = {
  CASES: cases,
  CRUDE_RATE: crude,
  AGE_SPECIFIC_RATE: ageSpecific,
  AGE_STANDARDISED_RATE: ageStandardised,
} satisfies Record<StatisticsMeasure, Measure>;

export const measureOf = (measure: StatisticsMeasure): Measure => MEASURES[measure];

export const EVERY_MEASURE = Object.keys(MEASURES) as StatisticsMeasure[];
