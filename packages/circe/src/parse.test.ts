import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CirceError } from './circe-error.ts';
import { parseExpression, parseExpressionText, writeExpression } from './parse.ts';
import { expressions } from './testing/arbitraries.ts';
import { NOT_AT_HAND, readCase, sharedCases } from './testing/shared-cases.ts';

const LUNG_CANCER = {
  ConceptSets: [
    {
      id: 3,
      name: 'Lung cancer',
      expression: {
        items: [
          {
            concept: { CONCEPT_ID: 443388, CONCEPT_NAME: 'Malignant tumor of lung' },
            includeDescendants: true,
          },
        ],
      },
    },
  ],
  PrimaryCriteria: {
    CriteriaList: [
      { ConditionOccurrence: { CodesetId: 3, First: true, Age: { Value: 18, Op: 'gte' } } },
    ],
    ObservationWindow: { PriorDays: 365, PostDays: 0 },
    PrimaryCriteriaLimit: { Type: 'First' },
  },
};

const refusal = (json: unknown): CirceError => {
  try {
    parseExpression(json);
  } catch (error) {
    if (error instanceof CirceError) return error;
    throw error;
  }
  throw new Error('It was read.');
};

describe('reading an expression', () => {
  it('gives what circe gives to what was left out', () => {
    const { expression, unread } = parseExpression(LUNG_CANCER);
    expect(unread).toEqual([]);
    expect(expression).toMatchObject({
      QualifiedLimit: { Type: 'First' },
      ExpressionLimit: { Type: 'First' },
      InclusionRules: [],
      CollapseSettings: { CollapseType: 'ERA', EraPad: 0 },
      CensorWindow: {},
    });
    expect(expression.ConceptSets[0]?.expression.items[0]).toMatchObject({
      isExcluded: false,
      includeDescendants: true,
      includeMapped: false,
    });
  });

  it('takes null for left out, but for a limit, where it says that there is none', () => {
    const { expression } = parseExpression({
      ...LUNG_CANCER,
      EndStrategy: null,
      AdditionalCriteria: null,
      QualifiedLimit: { Type: null },
      ExpressionLimit: null,
    });
    expect(expression.EndStrategy).toBeUndefined();
    expect(expression.QualifiedLimit).toEqual({ Type: null });
    expect(expression.ExpressionLimit).toEqual({ Type: 'First' });
  });

  it('names what circe knows nothing of, wherever it stands', () => {
    const { unread } = parseExpression({
      ...LUNG_CANCER,
      createdBy: 'someone',
      PrimaryCriteria: {
        ...LUNG_CANCER.PrimaryCriteria,
        CriteriaList: [{ ConditionOccurrence: { CodesetId: 3, Severity: 'high' } }],
      },
    });
    expect(unread).toEqual([
      'PrimaryCriteria.CriteriaList.0.ConditionOccurrence.Severity',
      'createdBy',
    ]);
  });

  it('reads a group’s type in small letters too', () => {
    const { expression } = parseExpression({
      ...LUNG_CANCER,
      AdditionalCriteria: { Type: 'all', CriteriaList: [] },
      ExpressionLimit: { Type: 'last' },
    });
    expect(expression.AdditionalCriteria?.Type).toBe('ALL');
    expect(expression.ExpressionLimit.Type).toBe('Last');
  });

  it.each([
    [{}, 'PrimaryCriteria'],
    [
      { PrimaryCriteria: { CriteriaList: [{ Diagnosis: { CodesetId: 1 } }] } },
      'PrimaryCriteria.CriteriaList.0.Diagnosis',
    ],
    [
      { PrimaryCriteria: { CriteriaList: [{ Death: {}, Specimen: {} }] } },
      'PrimaryCriteria.CriteriaList.0',
    ],
    [
      {
        PrimaryCriteria: {
          CriteriaList: [{ Measurement: { ValueAsNumber: { Value: '13', Op: 'gt' } } }],
        },
      },
      'PrimaryCriteria.CriteriaList.0.Measurement.ValueAsNumber.Value',
    ],
    [
      { PrimaryCriteria: {}, InclusionRules: [{ expression: { Type: 'SOME' } }] },
      'InclusionRules.0.expression.Type',
    ],
  ])('refuses what has not the form of one, and says where: %#', (json, at) => {
    expect(refusal(json).at).toBe(at);
  });

  it('refuses what is no JSON, and what is nested without end', () => {
    expect(() => parseExpressionText('{"PrimaryCriteria":')).toThrow(/is not JSON/);
    let nested: unknown = {};
    for (let i = 0; i < 200; i++) nested = { Groups: [nested] };
    expect(refusal(nested).message).toMatch(/nested deeper/);
  });

  it('reads what it wrote as what it read', () => {
    fc.assert(
      fc.property(expressions, (json) => {
        const { expression, unread } = parseExpression(json);
        expect(unread).toEqual([]);
        expect(parseExpressionText(writeExpression(expression)).expression).toEqual(expression);
      }),
      { numRuns: 300 },
    );
  });

  it.skipIf(sharedCases === null)(
    `reads circe’s own whole (${sharedCases === null ? NOT_AT_HAND : 'at hand'})`,
    () => {
      const cases = [
        'cohortgeneration/limits/limitExpression',
        'cohortgeneration/inclusionRules/simpleInclusionRule',
        'checkers/unusedConceptSetCorrect',
        'checkers/inclusionRulesCheckValueIncorrect',
        'checkers/emptyDemographicCheckIncorrect',
      ];
      for (const name of cases)
        expect(parseExpression(readCase(`${name}.json`)).unread, name).toEqual([]);
    },
  );
});
