import { describe, expect, it } from 'vitest';
import { parseExpression } from '../parse.ts';
import { printConceptSets, printExpression } from './markdown.ts';

const named = (id: number, name: string) => ({
  id,
  name,
  expression: {
    items: [
      {
        concept: {
          CONCEPT_ID: id,
          CONCEPT_NAME: name,
          CONCEPT_CODE: `c${id}`,
          VOCABULARY_ID: 'SNOMED',
        },
        includeDescendants: true,
      },
    ],
  },
});
const ConceptSets = [named(1, 'Lung cancer'), named(2, 'Cisplatin'), named(3, 'Chest CT')];
const ANYTIME_BEFORE = { Start: { Coeff: -1 }, End: { Days: 0, Coeff: -1 } };
const print = (json: object) =>
  printExpression(parseExpression({ ConceptSets, ...json }).expression);
const entering = (criterion: object) => ({
  PrimaryCriteria: { CriteriaList: [criterion], PrimaryCriteriaLimit: { Type: 'All' } },
  QualifiedLimit: { Type: 'All' },
  ExpressionLimit: { Type: 'All' },
});
const entry = (criterion: object) => print(entering(criterion)).split('\n')[4];
const correlated = (more: object) => ({
  Criteria: { ProcedureOccurrence: { CodesetId: 3 } },
  StartWindow: ANYTIME_BEFORE,
  Occurrence: { Type: 2, Count: 1 },
  ...more,
});
const around = (more: object) =>
  entry({
    ConditionOccurrence: {
      CodesetId: 1,
      CorrelatedCriteria: { Type: 'ALL', CriteriaList: [correlated(more)] },
    },
  })?.replace(/^1\. condition occurrences of 'Lung cancer'; /, '');

describe('a definition in circe’s words', () => {
  it('says how persons enter, are kept and leave', () => {
    expect(
      print({
        PrimaryCriteria: {
          CriteriaList: [{ ConditionOccurrence: { CodesetId: 1, First: true } }, { Death: {} }],
          ObservationWindow: { PriorDays: 1095, PostDays: 30 },
          PrimaryCriteriaLimit: { Type: 'First' },
        },
        InclusionRules: [
          {
            name: 'Imaged',
            description: 'by CT',
            expression: { Type: 'ALL', CriteriaList: [correlated({})] },
          },
        ],
        EndStrategy: { CustomEra: { DrugCodesetId: 2, GapDays: 30, Offset: 1 } },
        CensoringCriteria: [{ Death: {} }],
        CollapseSettings: { EraPad: 7 },
        CensorWindow: { StartDate: '2015-01-01', EndDate: '2020-12-31' },
      }),
    ).toBe(`### Cohort Entry Events

People with continuous observation of 1,095 days before and 30 days after event may enter the cohort when observing any of the following:

1. condition occurrence of 'Lung cancer' for the first time in the person's history.

2. death of any form.

Limit cohort entry events to the earliest event per person.

### Inclusion Criteria

#### 1. Imaged: by CT

Entry events having at least 1 procedure occurrence of 'Chest CT', starting anytime on or before cohort entry start date.

### Cohort Exit

The cohort end date will be based on a continuous exposure to 'Cisplatin':
allowing 30 days between exposures, adding 1 day after exposure ends, and using days supply and exposure end date for exposure duration.
The person exits the cohort when encountering any of the following events:
1. death of any form.

### Cohort Eras

Remaining events will be combined into cohort eras if they are within 7 days of each other.

Left censor cohort start dates to 2015-01-01.  
Right censor cohort end dates to 2020-12-31
`);
  });

  it.each([
    [
      {
        Measurement: {
          CodesetId: 1,
          ValueAsNumber: { Value: 13.5, Op: 'lt' },
          Unit: [{ CONCEPT_ID: 8713, CONCEPT_NAME: 'gram per deciliter' }],
          Gender: [{ CONCEPT_ID: 8507, CONCEPT_NAME: 'MALE' }],
        },
      },
      `1. measurements of 'Lung cancer', who are male; numeric value &lt; 13.5; unit: "gram per deciliter".`,
    ],
    [
      {
        ConditionOccurrence: {
          ConditionTypeExclude: true,
          ConditionType: [
            { CONCEPT_ID: 1, CONCEPT_NAME: 'EHR' },
            { CONCEPT_ID: 2, CONCEPT_NAME: 'Claim' },
          ],
          GenderCS: { CodesetId: 1, IsExclusion: true },
        },
      },
      `1. condition occurrences of any condition, who have gender not in 'Lung cancer' concept set; a condition type that is not: "ehr" or "claim".`,
    ],
    [
      {
        DrugEra: {
          CodesetId: 2,
          AgeAtStart: { Value: 18, Op: 'bt', Extent: 65 },
          EraStartDate: { Value: '2015-01-01', Op: 'gte' },
          EraLength: { Value: 30, Op: 'gt' },
        },
      },
      `1. drug eras of 'Cisplatin', who are between 18 and 65 years old; starting on or after January 1, 2015; with era length &gt; 30 days.`,
    ],
    [
      {
        ProcedureOccurrence: {
          CodesetId: 3,
          DateAdjustment: {
            StartWith: 'START_DATE',
            StartOffset: 10,
            EndWith: 'START_DATE',
            EndOffset: -20,
          },
        },
      },
      `1. procedure occurrences of 'Chest CT', starting 10 days after and ending 20 days before the event start date.`,
    ],
    [
      {
        ObservationPeriod: {
          First: true,
          UserDefinedPeriod: { StartDate: '2010-01-01', EndDate: '2011-12-31' },
        },
      },
      `1. observation period (first obsrvation period in person's history), a user defiend start date of January 1, 2010 and end date of December 31, 2011.`,
    ],
    [
      { VisitOccurrence: { VisitSourceConcept: 1 } },
      `1. visit occurrences of any visit (including 'Lung cancer' source concepts).`,
    ],
  ])('says what a criterion asks: %#', (criterion, words) => {
    expect(entry(criterion)).toBe(words);
  });

  it.each([
    [
      {},
      `having at least 1 procedure occurrence of 'Chest CT', starting anytime on or before 'Lung cancer' start date.`,
    ],
    [
      {
        Occurrence: { Type: 0, Count: 0 },
        StartWindow: { Start: { Days: 30, Coeff: -1 }, End: { Days: 1, Coeff: -1 } },
      },
      `having no procedure occurrences of 'Chest CT', starting in the 30 days prior to 'Lung cancer' start date.`,
    ],
    [
      {
        Occurrence: { Type: 1, Count: 2, IsDistinct: true, CountColumn: 'START_DATE' },
        StartWindow: {
          Start: { Days: 60, Coeff: -1 },
          End: { Days: 60, Coeff: 1 },
          UseIndexEnd: true,
        },
      },
      `having at most 2 distinct start dates from procedure occurrences of 'Chest CT', starting between 60 days before and 60 days after 'Lung cancer' end date.`,
    ],
    [
      {
        RestrictVisit: true,
        IgnoreObservationPeriod: true,
        EndWindow: { Start: { Days: 0, Coeff: -1 }, End: { Coeff: 1 }, UseEventEnd: true },
      },
      `having at least 1 procedure occurrence of 'Chest CT', starting anytime on or before 'Lung cancer' start date and ending between 0 days before and all days after 'Lung cancer' start date; at same visit as 'Lung cancer' and allow events outside observation period.`,
    ],
  ])('says how often and when: %#', (more, words) => {
    expect(around(more)).toBe(words);
  });

  it('numbers what a group puts together, one within another', () => {
    const text = print({
      ...entering({ ConditionOccurrence: { CodesetId: 1 } }),
      AdditionalCriteria: {
        Type: 'AT_LEAST',
        Count: 2,
        DemographicCriteriaList: [{ Age: { Value: 18, Op: 'gte' } }, {}],
        CriteriaList: [correlated({})],
        Groups: [
          {
            Type: 'ANY',
            CriteriaList: [correlated({}), correlated({ Occurrence: { Type: 0, Count: 2 } })],
          },
        ],
      },
    });
    expect(text).toContain(`Restrict entry events to with at least 2 of the following criteria:
    1. with the following event criteria: who are &gt;= 18 years old.
    2. any event (no demographic criteria specified).

    3. having at least 1 procedure occurrence of 'Chest CT', starting anytime on or before cohort entry start date.

    4. with any of the following criteria:

        1. having at least 1 procedure occurrence of 'Chest CT', starting anytime on or before cohort entry start date.
        2. having exactly 2 procedure occurrences of 'Chest CT', starting anytime on or before cohort entry start date.`);
  });

  it('calls a concept set that is not there by its number', () => {
    expect(entry({ Death: { CodesetId: 9 } })).toBe(
      "1. death of 'concept set 9, which is not there'.",
    );
  });

  it('lists concepts in tables', () => {
    expect(
      printConceptSets(
        parseExpression({ ConceptSets: [ConceptSets[0]], PrimaryCriteria: {} }).expression
          .ConceptSets,
      ),
    ).toBe(
      `### Lung cancer
|Concept ID|Concept Name|Code|Vocabulary|Excluded|Descendants|Mapped
|:---|:---------------------------------------|:--|:-----|:--:|:--:|:--:|
|1|Lung cancer|c1|SNOMED|NO|YES|NO|
`,
    );
  });
});
