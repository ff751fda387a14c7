import fc from 'fast-check';
import { adjustmentWithin, operator, windowWithin } from './parts.ts';
import { CONCEPT_SETS } from './small-worlds.ts';

const codeset = fc.constantFrom(1, 2);
const selection = fc.record({ CodesetId: codeset, IsExclusion: fc.boolean() });
const range = (max: number) =>
  fc.record({
    Value: fc.integer({ min: 0, max }),
    Op: operator,
    Extent: fc.integer({ min: 0, max }),
  });
const window = windowWithin(120);

const shared = {
  CodesetId: codeset,
  First: fc.boolean(),
  Age: range(80),
  GenderCS: selection,
  DateAdjustment: adjustmentWithin(20),
};

/** Definitions over the small worlds: every way in which criteria are put together, with what the interpreter reads of them. */
const { criterion, group } = fc.letrec<{ criterion: unknown; group: unknown }>((tie) => {
  const of = (name: string, more: Record<string, fc.Arbitrary<unknown>>, without: string[] = []) =>
    // A few at once: a criterion that asks all of it finds nothing.
    fc
      .subarray(
        Object.keys({ ...shared, ...more }).filter((key) => !without.includes(key)),
        { maxLength: 2 },
      )
      .chain((keys) => {
        const every: Record<string, fc.Arbitrary<unknown>> = { ...shared, ...more };
        return fc.record(Object.fromEntries(keys.map((key) => [key, every[key] ?? fc.anything()])));
      })
      .chain((value) =>
        fc.option(tie('group'), { freq: 1, nil: undefined, maxDepth: 2 }).map((around) => ({
          [name]: around === undefined ? value : { ...value, CorrelatedCriteria: around },
        })),
      );
  return {
    criterion: fc.oneof(
      of('ConditionOccurrence', { VisitTypeCS: selection }),
      of('DrugExposure', { VisitTypeCS: selection }),
      of('Measurement', { ValueAsNumber: range(9) }),
      of('Death', {}, ['First']),
      of('VisitOccurrence', {}),
    ),
    group: fc.record({
      Type: fc.constantFrom('ALL', 'ANY', 'AT_LEAST', 'AT_MOST'),
      Count: fc.integer({ min: 0, max: 2 }),
      CriteriaList: fc.array(
        fc.record(
          {
            Criteria: tie('criterion'),
            StartWindow: window,
            EndWindow: window,
            Occurrence: fc.record(
              {
                Type: fc.constantFrom(0, 1, 2),
                Count: fc.integer({ min: 0, max: 2 }),
                IsDistinct: fc.boolean(),
                CountColumn: fc.constantFrom(
                  'DOMAIN_CONCEPT',
                  'START_DATE',
                  'END_DATE',
                  'VISIT_ID',
                ),
              },
              { requiredKeys: ['Type', 'Count'] },
            ),
            RestrictVisit: fc.boolean(),
            IgnoreObservationPeriod: fc.boolean(),
          },
          { requiredKeys: ['Criteria', 'StartWindow', 'Occurrence'] },
        ),
        { maxLength: 2 },
      ),
      DemographicCriteriaList: fc.array(
        fc.record({ Age: range(80), GenderCS: selection }, { requiredKeys: [] }),
        { maxLength: 1 },
      ),
      Groups: fc
        .array(fc.option(tie('group'), { freq: 1, maxDepth: 2 }), { maxLength: 1 })
        .map((groups) => groups.filter((each) => each !== null)),
    }),
  };
});

const limit = fc.record({ Type: fc.constantFrom('All', 'First', 'Last') });

export const smallExpressions = fc.record(
  {
    ConceptSets: fc.constant(CONCEPT_SETS),
    PrimaryCriteria: fc.record({
      CriteriaList: fc.array(criterion, { minLength: 1, maxLength: 2 }),
      ObservationWindow: fc.record({
        PriorDays: fc.constantFrom(0, 0, 0, 30),
        PostDays: fc.constantFrom(0, 0, 0, 30),
      }),
      PrimaryCriteriaLimit: limit,
    }),
    AdditionalCriteria: group,
    QualifiedLimit: limit,
    ExpressionLimit: limit,
    InclusionRules: fc.array(fc.record({ name: fc.constant('rule'), expression: group }), {
      maxLength: 2,
    }),
    EndStrategy: fc.oneof(
      fc.record({
        DateOffset: fc.record({
          DateField: fc.constantFrom('StartDate', 'EndDate'),
          Offset: fc.integer({ min: 0, max: 60 }),
        }),
      }),
      fc.record({
        CustomEra: fc.record(
          {
            DrugCodesetId: codeset,
            GapDays: fc.integer({ min: 0, max: 60 }),
            Offset: fc.integer({ min: 0, max: 30 }),
            DaysSupplyOverride: fc.integer({ min: 1, max: 30 }),
          },
          { requiredKeys: ['DrugCodesetId', 'GapDays', 'Offset'] },
        ),
      }),
    ),
    CensoringCriteria: fc.array(criterion, { maxLength: 1 }),
    CollapseSettings: fc.record({
      CollapseType: fc.constant('ERA'),
      EraPad: fc.constantFrom(0, 0, 10, 60),
    }),
  },
  { requiredKeys: ['ConceptSets', 'PrimaryCriteria', 'ExpressionLimit', 'QualifiedLimit'] },
);
