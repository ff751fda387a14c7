import * as v from 'valibot';
import { whole } from './values.ts';

/** An edge of a window: days before (−1) or after (1) the index event; without days, as far as it is observed. */
const endpoint = v.object({
  Days: v.optional(whole),
  Coeff: v.optional(v.pipe(v.number(), v.picklist([-1, 0, 1])), 0),
});
export type Endpoint = v.InferOutput<typeof endpoint>;

export const window = v.object({
  Start: v.optional(endpoint),
  End: v.optional(endpoint),
  UseIndexEnd: v.optional(v.boolean()),
  UseEventEnd: v.optional(v.boolean()),
});
export type Window = v.InferOutput<typeof window>;

export const COUNT_COLUMNS = [
  'DAYS_SUPPLY',
  'DOMAIN_CONCEPT',
  'DOMAIN_SOURCE_CONCEPT',
  'DURATION',
  'END_DATE',
  'ERA_OCCURRENCES',
  'GAP_DAYS',
  'QUANTITY',
  'RANGE_HIGH',
  'RANGE_LOW',
  'REFILLS',
  'START_DATE',
  'UNIT',
  'VALUE_AS_NUMBER',
  'VISIT_ID',
  'VISIT_DETAIL_ID',
] as const;
export type CountColumn = (typeof COUNT_COLUMNS)[number];

const EXACTLY = 0;
export const AT_MOST = 1;
const AT_LEAST = 2;

export const occurrence = v.object({
  Type: v.picklist([EXACTLY, AT_MOST, AT_LEAST]),
  Count: v.pipe(whole, v.minValue(0)),
  IsDistinct: v.optional(v.boolean(), false),
  CountColumn: v.optional(v.picklist(COUNT_COLUMNS)),
});
export type Occurrence = v.InferOutput<typeof occurrence>;
