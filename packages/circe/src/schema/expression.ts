import * as v from 'valibot';
import { conceptSet } from './concept-set.ts';
import { criterion, group } from './criteria.ts';
import { period, whole } from './values.ts';

const LIMITS = ['All', 'First', 'Last'] as const;
export type LimitType = (typeof LIMITS)[number];

/** How many events of a person are taken; a type of null takes them all. */
const limit = v.object({
  Type: v.optional(
    v.nullable(
      v.pipe(
        v.string(),
        v.transform((text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1).toLowerCase()}`),
        v.picklist(LIMITS),
      ),
    ),
    'First',
  ),
});
export type Limit = v.InferOutput<typeof limit>;
const FIRST = (): Limit => ({ Type: 'First' });

const days = v.pipe(whole, v.minValue(-36_525), v.maxValue(36_525));

const primaryCriteria = v.object({
  CriteriaList: v.optional(v.array(criterion), []),
  ObservationWindow: v.optional(
    v.object({ PriorDays: v.optional(days, 0), PostDays: v.optional(days, 0) }),
    () => ({ PriorDays: 0, PostDays: 0 }),
  ),
  PrimaryCriteriaLimit: v.optional(limit, FIRST),
});

const inclusionRule = v.object({
  name: v.optional(v.string()),
  description: v.optional(v.string()),
  expression: v.optional(group, () => ({ Type: 'ALL' as const })),
});

const dateOffset = v.object({
  DateField: v.optional(v.picklist(['StartDate', 'EndDate']), 'StartDate'),
  Offset: v.optional(whole, 0),
});
export type DateOffset = v.InferOutput<typeof dateOffset>;

const customEra = v.object({
  DrugCodesetId: v.optional(whole),
  GapDays: v.optional(whole, 0),
  Offset: v.optional(whole, 0),
  DaysSupplyOverride: v.optional(whole),
});
export type CustomEra = v.InferOutput<typeof customEra>;

const endStrategy = v.union([
  v.strictObject({ DateOffset: dateOffset }),
  v.strictObject({ CustomEra: customEra }),
]);
export type EndStrategy = v.InferOutput<typeof endStrategy>;

/** A cohort definition as ATLAS, circe-be and Capr write it. */
export const cohortExpression = v.object({
  cdmVersionRange: v.optional(v.string()),
  Title: v.optional(v.string()),
  ConceptSets: v.optional(v.array(conceptSet), []),
  PrimaryCriteria: primaryCriteria,
  AdditionalCriteria: v.optional(group),
  QualifiedLimit: v.optional(limit, FIRST),
  ExpressionLimit: v.optional(limit, FIRST),
  InclusionRules: v.optional(v.array(inclusionRule), []),
  EndStrategy: v.optional(endStrategy),
  CensoringCriteria: v.optional(v.array(criterion), []),
  CollapseSettings: v.optional(
    v.object({
      CollapseType: v.optional(v.picklist(['ERA']), 'ERA'),
      EraPad: v.optional(whole, 0),
    }),
    () => ({ CollapseType: 'ERA' as const, EraPad: 0 }),
  ),
  CensorWindow: v.optional(period, () => ({})),
});
export type CohortExpression = v.InferOutput<typeof cohortExpression>;
