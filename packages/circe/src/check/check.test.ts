import { describe, expect, it } from 'vitest';
import { parseExpression } from '../parse.ts';
import { NOT_AT_HAND, readCase, sharedCases } from '../testing/shared-cases.ts';
import { checkExpression } from './check.ts';
import { CHECKS, type WarningId } from './warning.ts';

const concept = (id: number, domain = 'Condition') => ({
  CONCEPT_ID: id,
  CONCEPT_CODE: String(id),
  CONCEPT_NAME: `Concept ${id}`,
  DOMAIN_ID: domain,
  VOCABULARY_ID: 'SNOMED',
});
const set = (id: number, name: string, domain = 'Condition') => ({
  id,
  name,
  expression: { items: [{ concept: concept(id, domain) }] },
});
const LUNG = {
  ConditionOccurrence: {
    CodesetId: 1,
    ConditionTypeCS: { CodesetId: 1 },
    ConditionType: [concept(1)],
  },
};
const CHEST = { ProcedureOccurrence: { CodesetId: 2, ProcedureType: [concept(2)] } };
const YEAR_BEFORE = { Start: { Days: 365, Coeff: -1 }, End: { Days: 1, Coeff: -1 } };
const rule = (...list: readonly unknown[]) => ({
  name: 'imaging',
  expression: { Type: 'ALL', CriteriaList: list },
});
const imaging = (Occurrence: object, more: object = {}) => ({
  Criteria: CHEST,
  StartWindow: YEAR_BEFORE,
  Occurrence,
  ...more,
});
const ONCE = { Type: 2, Count: 1 };

const GOOD = {
  ConceptSets: [set(1, 'Lung cancer'), set(2, 'Chest imaging')],
  PrimaryCriteria: {
    CriteriaList: [LUNG],
    ObservationWindow: { PriorDays: 365, PostDays: 0 },
    PrimaryCriteriaLimit: { Type: 'First' },
  },
  InclusionRules: [rule(imaging(ONCE))],
};
const idsOf = (json: unknown) =>
  checkExpression(parseExpression(json).expression).map(({ id }) => id);

describe('checking a definition', () => {
  it('says nothing of one that is whole', () => {
    expect(idsOf(GOOD)).toEqual([]);
  });

  const cases: readonly [WarningId, object][] = [
    ['unused-concept-set', { ConceptSets: [...GOOD.ConceptSets, set(3, 'Stomach cancer')] }],
    ['exit-drug-missing', { EndStrategy: { CustomEra: { GapDays: 30 } } }],
    ['exit-offset-zero', { EndStrategy: { DateOffset: { DateField: 'StartDate', Offset: 0 } } }],
    [
      'range-incomplete',
      {
        InclusionRules: [
          rule({
            ...imaging(ONCE),
            Criteria: {
              ProcedureOccurrence: {
                ...CHEST.ProcedureOccurrence,
                Age: { Value: 80, Op: 'bt', Extent: 18 },
              },
            },
          }),
        ],
      },
    ],
    ['range-incomplete', { CensorWindow: { StartDate: '2020-02-30' } }],
    [
      'window-negative',
      {
        InclusionRules: [
          rule(
            imaging(ONCE, {
              StartWindow: { Start: { Days: -5, Coeff: -1 }, End: { Days: 1, Coeff: -1 } },
            }),
          ),
        ],
      },
    ],
    [
      'concept-list-empty',
      {
        PrimaryCriteria: {
          ...GOOD.PrimaryCriteria,
          CriteriaList: [{ ConditionOccurrence: { ...LUNG.ConditionOccurrence, Gender: [] } }],
        },
      },
    ],
    [
      'concept-set-selection-empty',
      {
        CensoringCriteria: [
          {
            VisitDetail: {
              CodesetId: 1,
              VisitDetailTypeCS: { CodesetId: 1 },
              PlaceOfServiceCS: {},
            },
          },
        ],
      },
    ],
    ['demographic-empty', { AdditionalCriteria: { Type: 'ALL', DemographicCriteriaList: [{}] } }],
    [
      'text-empty',
      {
        CensoringCriteria: [
          { ConditionOccurrence: { CodesetId: 1, StopReason: { Op: 'contains' } } },
        ],
      },
    ],
    ['rule-empty', { InclusionRules: [rule(imaging(ONCE)), rule()] }],
    [
      'no-exit',
      {
        PrimaryCriteria: { ...GOOD.PrimaryCriteria, PrimaryCriteriaLimit: { Type: 'All' } },
        ExpressionLimit: { Type: 'All' },
        QualifiedLimit: { Type: 'All' },
      },
    ],
    [
      'no-concept-set',
      {
        InclusionRules: [
          rule(
            imaging(ONCE),
            imaging(ONCE, {
              Criteria: { Death: { DeathType: [concept(1)] } },
              StartWindow: { ...YEAR_BEFORE, End: { Days: 9, Coeff: 1 } },
            }),
          ),
        ],
      },
    ],
    ['at-least-zero', { InclusionRules: [rule(imaging({ Type: 2, Count: 0 }))] }],
    ['criteria-duplicated', { InclusionRules: [rule(imaging(ONCE), imaging(ONCE))] }],
    [
      'concept-sets-duplicated',
      {
        ConceptSets: [...GOOD.ConceptSets, { ...set(1, 'Lung cancer again'), id: 3 }],
        CensoringCriteria: [{ Death: { CodesetId: 3 } }],
      },
    ],
    ['drug-not-in-exit', { ConceptSets: [set(1, 'Cisplatin', 'Drug'), set(2, 'Chest imaging')] }],
    [
      'concept-set-empty',
      {
        ConceptSets: [...GOOD.ConceptSets, { id: 3, name: 'Nothing', expression: { items: [] } }],
        CensoringCriteria: [{ Death: { CodesetId: 3 } }],
      },
    ],
    ['limits-out-of-order', { QualifiedLimit: { Type: 'All' } }],
    [
      'window-longer-than-observed',
      {
        PrimaryCriteria: {
          ...GOOD.PrimaryCriteria,
          ObservationWindow: { PriorDays: 30, PostDays: 0 },
        },
      },
    ],
    [
      'record-type-open',
      {
        PrimaryCriteria: {
          ...GOOD.PrimaryCriteria,
          CriteriaList: [{ ConditionOccurrence: { CodesetId: 1 } }],
        },
      },
    ],
    ['contradiction', { InclusionRules: [rule(imaging(ONCE), imaging({ Type: 0, Count: 0 }))] }],
    [
      'death-before-index',
      {
        InclusionRules: [
          rule(
            imaging(ONCE),
            imaging(ONCE, { Criteria: { Death: { CodesetId: 1, DeathType: [concept(1)] } } }),
          ),
        ],
      },
    ],
    [
      'drug-era-days',
      {
        InclusionRules: [
          rule(imaging(ONCE), {
            Criteria: { DrugEra: { CodesetId: 1 } },
            StartWindow: {},
            Occurrence: ONCE,
          }),
        ],
      },
    ],
    [
      'window-unlike-others',
      {
        InclusionRules: [
          rule(
            imaging(ONCE),
            imaging(ONCE),
            imaging(ONCE, {
              StartWindow: { Start: { Days: 30, Coeff: -1 }, End: { Days: 1, Coeff: -1 } },
            }),
          ),
        ],
      },
    ],
  ];
  it.each(cases)('warns: %s', (id, change) => {
    const warnings = checkExpression(parseExpression({ ...GOOD, ...change }).expression);
    const [found] = warnings.filter((each) => each.id === id);
    expect(found, warnings.map((each) => each.id).join(', ')).toBeDefined();
    expect(found?.severity).toBe(CHECKS[id]);
    expect(found?.message.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  it('has a case of every check', () => {
    const ids = [...new Set([...cases.map(([id]) => id), 'no-initial-event'])].sort();
    expect(ids).toEqual(Object.keys(CHECKS).sort());
    expect(idsOf({ PrimaryCriteria: {} })).toContain('no-initial-event');
  });

  it('puts the gravest first', () => {
    const all = checkExpression(
      parseExpression({
        ...GOOD,
        ConceptSets: [set(1, 'Cisplatin', 'Drug'), set(2, 'x'), set(3, 'y')],
        EndStrategy: { CustomEra: {} },
      }).expression,
    );
    expect(all.map(({ severity }) => severity)).toEqual(['critical', 'warning', 'info']);
  });

  const pairs: readonly [WarningId, wrong: string, right: string][] = [
    ['no-concept-set', 'conceptSetCriteriaCheckIncorrect', 'conceptSetCriteriaCheckCorrect'],
    ['contradiction', 'contradictionsCriteriaCheckIncorrect', 'contradictionsCriteriaCheckCorrect'],
    ['death-before-index', 'deathTimeWindowCheckIncorrect', 'deathTimeWindowCheckCorrect'],
    ['record-type-open', 'domainTypeCheckIncorrect', 'domainTypeCheckCorrect'],
    ['drug-not-in-exit', 'drugDomainCheckIncorrect', 'drugDomainCheckCorrect'],
    [
      'concept-sets-duplicated',
      'duplicatesConceptSetCheckIncorrect',
      'duplicatesConceptSetCheckCorrect',
    ],
    ['criteria-duplicated', 'duplicatesCriteriaCheckIncorrect', 'duplicatesCriteriaCheckCorrect'],
    ['demographic-empty', 'emptyDemographicCheckIncorrect', 'emptyDemographicCheckCorrect'],
    ['limits-out-of-order', 'eventsProgressionCheckIncorrect', 'eventsProgressionCheckCorrect'],
    ['window-unlike-others', 'timePatternCheckIncorrect', 'timePatternCheckCorrect'],
    ['unused-concept-set', 'unusedConceptSet', 'unusedConceptSetCorrect'],
    ['drug-era-days', 'drugEraCheckIncorrect', 'drugEraCheckCorrect'],
    ['range-incomplete', 'inclusionRulesCheckValueIncorrect', 'inclusionRulesCheckValueCorrect'],
    ['range-incomplete', 'primaryCriteriaCheckValueIncorrect', 'primaryCriteriaCheckValueCorrect'],
    ['range-incomplete', 'censoringEventCheckValueIncorrect', 'censoringEventCheckValueCorrect'],
    [
      'range-incomplete',
      'additionalCriteriaCheckValueIncorrect',
      'additionalCriteriaCheckValueCorrect',
    ],
  ];
  it.skipIf(sharedCases === null).each(pairs)(
    `tells circe’s wrong from its right: %s in %s${sharedCases === null ? ` (${NOT_AT_HAND})` : ''}`,
    (id, wrong, right) => {
      const ids = (name: string) => idsOf(readCase(`checkers/${name}.json`));
      expect(ids(wrong)).toContain(id);
      expect(ids(right)).not.toContain(id);
    },
  );
});
