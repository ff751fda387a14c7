import fc from 'fast-check';
import type { Kind } from '../attributes/registry.ts';
import { demographics } from '../domains/demographics.ts';
import type { Attribute } from '../domains/domain.ts';
import { DOMAIN_NAMES, domainOf } from '../domains/registry.ts';
import { COUNT_COLUMNS } from '../schema/window.ts';
import { adjustmentWithin, operator, windowWithin } from './parts.ts';

const day = fc
  .integer({ min: 0, max: 4000 })
  .map((days) => new Date(Date.UTC(2010, 0, 1 + days)).toISOString().slice(0, 10));
const concept = fc.record(
  {
    CONCEPT_ID: fc.integer({ min: 1, max: 6 }),
    CONCEPT_NAME: fc.constantFrom('Lung cancer', 'Male', 'Inpatient Visit'),
    DOMAIN_ID: fc.constantFrom('Condition', 'Drug'),
    CONCEPT_CODE: fc.constantFrom('a', 'b'),
    VOCABULARY_ID: fc.constant('TestVocab'),
  },
  { requiredKeys: ['CONCEPT_ID'] },
);
const CODESETS = [0, 1, 2] as const;
const codeset = fc.constantFrom(...CODESETS);

const VALUES: Readonly<Record<Kind, fc.Arbitrary<unknown>>> = {
  date: fc.record({ Value: day, Op: operator, Extent: day }),
  integer: fc.record({
    Value: fc.integer({ min: -5, max: 90 }),
    Op: operator,
    Extent: fc.integer({ min: 0, max: 90 }),
  }),
  decimal: fc.record({
    Value: fc.double({ min: -10, max: 1e6, noNaN: true }).map((value) => value + 0),
    Op: operator,
    Extent: fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value + 0),
  }),
  text: fc.record({
    Text: fc.constantFrom('done', "it's", '%', "\\'; drop table", ''),
    Op: fc.constantFrom(
      'startsWith',
      'contains',
      'endsWith',
      '!startsWith',
      '!contains',
      '!endsWith',
    ),
  }),
  concepts: fc.array(concept, { maxLength: 3 }),
  selection: fc.record({ CodesetId: codeset, IsExclusion: fc.boolean() }, { requiredKeys: [] }),
  codeset,
  flag: fc.boolean(),
  period: fc.record({ StartDate: day, EndDate: day }, { requiredKeys: [] }),
};

const attributesOf = (attributes: Readonly<Record<string, Attribute>>) =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, { kind, except }]) => [
      [name, VALUES[kind]],
      ...(except === undefined ? [] : [[except, fc.boolean()]]),
    ]),
  ) as Record<string, fc.Arbitrary<unknown>>;

const adjustment = adjustmentWithin(30);
const window = windowWithin(365);

const { criterion, group } = fc.letrec<{ criterion: unknown; group: unknown }>((tie) => ({
  criterion: fc.oneof(
    ...DOMAIN_NAMES.map((name) => {
      const { concept: column, source, first, attributes } = domainOf(name);
      return fc
        .record(
          {
            ...(column === null ? {} : { CodesetId: codeset }),
            ...(first ? { First: fc.boolean() } : {}),
            ...(source === null ? {} : { [source.field]: codeset }),
            ...attributesOf(attributes),
            DateAdjustment: adjustment,
            CorrelatedCriteria: tie('group'),
          },
          { requiredKeys: [] },
        )
        .map((value) => ({ [name]: value }));
    }),
  ),
  group: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constant({ Type: 'ALL', CriteriaList: [], DemographicCriteriaList: [], Groups: [] }),
    fc.record({
      Type: fc.constantFrom('ALL', 'ANY', 'AT_LEAST', 'AT_MOST'),
      Count: fc.integer({ min: 0, max: 3 }),
      CriteriaList: fc.array(
        fc.record(
          {
            Criteria: tie('criterion'),
            StartWindow: window,
            EndWindow: window,
            Occurrence: fc.record(
              {
                Type: fc.constantFrom(0, 1, 2),
                Count: fc.integer({ min: 0, max: 3 }),
                IsDistinct: fc.boolean(),
                CountColumn: fc.constantFrom(...COUNT_COLUMNS),
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
        fc.record(attributesOf(demographics), { requiredKeys: [] }),
        { maxLength: 1 },
      ),
      Groups: fc.array(tie('group'), { maxLength: 1 }),
    }),
  ),
}));

/** A criterion of each domain, with nothing asked around it. */
export const plainCriteria = fc.oneof(
  ...DOMAIN_NAMES.map((name) => {
    const { concept: column, source, first, attributes } = domainOf(name);
    return fc
      .record(
        {
          ...(column === null ? {} : { CodesetId: codeset }),
          ...(first ? { First: fc.boolean() } : {}),
          ...(source === null ? {} : { [source.field]: codeset }),
          ...attributesOf(attributes),
          DateAdjustment: adjustment,
        },
        { requiredKeys: [] },
      )
      .map((value) => ({ [name]: value }));
  }),
);

const limit = fc.record({ Type: fc.constantFrom('All', 'First', 'Last', null) });
const conceptSet = fc.record({
  id: codeset,
  name: fc.constantFrom('Lung cancer', 'Cisplatin'),
  expression: fc.record({
    items: fc.array(
      fc.record(
        {
          concept,
          isExcluded: fc.boolean(),
          includeDescendants: fc.boolean(),
          includeMapped: fc.boolean(),
        },
        { requiredKeys: ['concept'] },
      ),
      { maxLength: 3 },
    ),
  }),
});

/** What ATLAS might write: every domain with every attribute, put together in every way. */
export const expressions = fc.record(
  {
    Title: fc.string(),
    ConceptSets: fc.uniqueArray(conceptSet, { maxLength: 3, selector: ({ id }) => id }),
    PrimaryCriteria: fc.record({
      CriteriaList: fc.array(criterion, { minLength: 1, maxLength: 2 }),
      ObservationWindow: fc.record({
        PriorDays: fc.integer({ min: 0, max: 365 }),
        PostDays: fc.integer({ min: 0, max: 365 }),
      }),
      PrimaryCriteriaLimit: limit,
    }),
    AdditionalCriteria: group,
    QualifiedLimit: limit,
    ExpressionLimit: limit,
    InclusionRules: fc.array(
      fc.record(
        { name: fc.string(), description: fc.string(), expression: group },
        { requiredKeys: ['name', 'expression'] },
      ),
      { maxLength: 2 },
    ),
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
          { requiredKeys: ['DrugCodesetId'] },
        ),
      }),
    ),
    CensoringCriteria: fc.array(criterion, { maxLength: 1 }),
    CollapseSettings: fc.record({
      CollapseType: fc.constant('ERA'),
      EraPad: fc.integer({ min: 0, max: 60 }),
    }),
    CensorWindow: fc.record({ StartDate: day, EndDate: day }, { requiredKeys: [] }),
  },
  { requiredKeys: ['PrimaryCriteria'] },
);
