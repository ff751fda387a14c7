import type { CohortDefinition } from '@nodp/cohorts';
import { canonical, leavesOf, parseDefinition } from '@nodp/cohorts/engine';
import { definitions } from '@nodp/cohorts/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseExpression } from '../parse.ts';
import { printExpression } from '../print/markdown.ts';
import { compileCohort } from '../sql/cohort.ts';
import { expressions } from '../testing/arbitraries.ts';
import { fromCirce } from './from-circe.ts';
import { toCirce } from './to-circe.ts';

const SURGERY_THEN_CHEMOTHERAPY: CohortDefinition = {
  all: [
    { site: ['lung'] },
    { sex: ['FEMALE'] },
    { year: { from: 2018, to: 2022 } },
    { treatment: { kind: 'SURGERY' } },
    { biomarker: { biomarker: 'EGFR', findings: ['POSITIVE'] } },
    {
      time: {
        index: { event: { mark: 'DIAGNOSIS' } },
        meets: {
          occurs: {
            event: { treatment: { drugs: ['cisplatin'] } },
            from: -30,
            to: 90,
            times: { from: 2 },
          },
        },
      },
    },
  ],
};

describe('a definition of ours in circe', () => {
  it('reads in circe’s words as it does in ours', () => {
    const { expression, notes } = toCirce(SURGERY_THEN_CHEMOTHERAPY, 'Lung');
    expect(notes).toEqual([]);
    const text = printExpression(expression);
    expect(text).toContain("1. condition occurrences of 'cancer of Lung, bronchus and trachea'.");
    expect(text).toContain('who are female');
    expect(text).toContain('starting between January 1, 2018 and December 31, 2022');
    expect(text).toContain(
      "having at least 2 drug exposures of 'cisplatin', starting between 30 days before and 90 days after cohort entry start date.",
    );
  });

  it('comes back as it went', () => {
    const { expression } = toCirce(SURGERY_THEN_CHEMOTHERAPY);
    const { definition, notes } = fromCirce(
      parseExpression(JSON.parse(JSON.stringify(expression))).expression,
    );
    expect(definition).toEqual(canonical(SURGERY_THEN_CHEMOTHERAPY));
    expect(notes).toEqual([]);
  });

  it.each<[CohortDefinition]>([
    [{ any: [{ treatment: { kind: 'RADIOTHERAPY' } }, { treatment: { drugs: ['osimertinib'] } }] }],
    [{ not: { biomarker: { biomarker: 'ALK', findings: ['POSITIVE'] } } }],
    [
      {
        atLeast: {
          least: 2,
          of: [
            { treatment: { kind: 'SURGERY' } },
            { treatment: { kind: 'SYSTEMIC' } },
            { sex: ['MALE'] },
          ],
        },
      },
    ],
    [
      {
        time: {
          index: { event: { mark: 'DIAGNOSIS' } },
          meets: { occurs: { event: { mark: 'DEATH' }, from: 0, to: 365 } },
        },
      },
    ],
  ])('comes back as it went: %#', (step) => {
    const { expression } = toCirce({ all: [{ site: ['stomach'] }, step] });
    const back = fromCirce(expression).definition as { all: CohortDefinition[] };
    expect(JSON.stringify(back)).toContain(
      Object.keys(step)[0] === 'not' ? 'atMost' : (Object.keys(leavesOf(step)[0] ?? {})[0] ?? ''),
    );
    // The second journey changes nothing any more.
    expect(fromCirce(toCirce(back).expression).definition).toEqual(back);
  });

  it('names what circe has no equivalent of, with its place and in both languages', () => {
    const { expression, notes } = toCirce({
      all: [
        { site: ['breast'] },
        { stage: ['STAGE_IV'] },
        { any: [{ treatment: { drugs: ['trastuzumab'], lines: [2] } }, { grade: ['GRADE_3'] }] },
        { age: { from: 18 } },
      ],
    });
    expect(notes.map(({ kind, at }) => [kind, at])).toEqual([
      ['LEFT_OUT', 'all.1.stage'],
      ['LEFT_OUT', 'all.2.any.0.treatment.lines'],
      ['LEFT_OUT', 'all.2.any.1.grade'],
      ['APPROXIMATE', 'all.3.age'],
    ]);
    for (const { reason } of notes) expect(reason.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(compileCohort(expression).prepare.length).toBeGreaterThan(0);
  });
});

describe('circe’s expression in ours', () => {
  const icd = (code: string) => ({
    CONCEPT_ID: 1,
    CONCEPT_NAME: code,
    CONCEPT_CODE: code,
    VOCABULARY_ID: 'ICD10CM',
    DOMAIN_ID: 'Condition',
  });
  const set = (id: number, concept: object) => ({
    id,
    name: 's',
    expression: { items: [{ concept }] },
  });

  it('takes over sites, sexes, ages, years and drugs by their codes, and names the rest', () => {
    const { definition, notes } = fromCirce(
      parseExpression({
        ConceptSets: [
          set(0, icd('C34.1')),
          set(1, {
            CONCEPT_ID: 1397599,
            CONCEPT_NAME: 'Cisplatin',
            CONCEPT_CODE: '2555',
            VOCABULARY_ID: 'RxNorm',
            DOMAIN_ID: 'Drug',
          }),
          set(2, {
            CONCEPT_ID: 4329847,
            CONCEPT_NAME: 'Myocardial infarction',
            CONCEPT_CODE: '22298006',
            VOCABULARY_ID: 'SNOMED',
            DOMAIN_ID: 'Condition',
          }),
        ],
        PrimaryCriteria: {
          CriteriaList: [
            {
              ConditionOccurrence: {
                CodesetId: 0,
                First: true,
                Age: { Value: 18, Op: 'gte' },
                OccurrenceStartDate: { Value: '2015-01-01', Op: 'gte' },
                StopReason: { Text: 'x', Op: 'contains' },
              },
            },
          ],
          ObservationWindow: { PriorDays: 365, PostDays: 0 },
        },
        InclusionRules: [
          {
            name: 'rule',
            expression: {
              Type: 'ALL',
              CriteriaList: [
                {
                  Criteria: { DrugExposure: { CodesetId: 1 } },
                  StartWindow: { Start: { Days: 0, Coeff: 1 }, End: { Days: 180, Coeff: 1 } },
                  Occurrence: { Type: 2, Count: 1 },
                },
                {
                  Criteria: { ConditionOccurrence: { CodesetId: 2 } },
                  StartWindow: { Start: { Coeff: -1 }, End: { Days: 0, Coeff: 1 } },
                  Occurrence: { Type: 0, Count: 0 },
                },
              ],
            },
          },
        ],
        EndStrategy: { DateOffset: { DateField: 'StartDate', Offset: 365 } },
      }).expression,
    );
    expect(definition).toEqual(
      canonical({
        all: [
          { all: [{ site: ['lung'] }, { age: { from: 18 } }, { year: { from: 2015 } }] },
          {
            time: {
              index: { event: { mark: 'DIAGNOSIS' } },
              meets: { observed: { before: 365, after: 0 } },
            },
          },
          {
            time: {
              index: { event: { mark: 'DIAGNOSIS' } },
              meets: {
                occurs: { event: { treatment: { drugs: ['cisplatin'] } }, from: 0, to: 180 },
              },
            },
          },
        ],
      }),
    );
    const places = notes.map(({ at }) => at);
    expect(places).toContain('PrimaryCriteria.CriteriaList.0.ConditionOccurrence.StopReason');
    expect(places).toContain('ConceptSets.2.expression.items.0');
    expect(places).toContain('EndStrategy');
    expect(places).toContain('PrimaryCriteria.ObservationWindow');
  });
});

describe('whatever is asked', () => {
  /** Kinds that circe has an equivalent of; all others are named. */
  const SAID = ['site', 'sex', 'age', 'year', 'treatment', 'biomarker', 'time'];

  it('is written as an expression that can be run, or named', () => {
    fc.assert(
      fc.property(definitions, (definition) => {
        const { expression, notes } = toCirce(definition);
        const again = parseExpression(JSON.parse(JSON.stringify(expression)));
        expect(again.unread).toEqual([]);
        compileCohort(again.expression);
        const unsaid = leavesOf(definition).filter(
          (leaf) => !SAID.includes(Object.keys(leaf)[0] ?? ''),
        );
        const kinds = new Set(unsaid.map((leaf) => Object.keys(leaf)[0]));
        const named = notes.filter(({ at }) => kinds.has(at.split('.').at(-1)));
        expect(named.length).toBe(unsaid.length);
      }),
      { numRuns: 300 },
    );
  });

  it('of circe is read as a definition with the form of one', () => {
    fc.assert(
      fc.property(expressions, (json) => {
        const { definition } = fromCirce(parseExpression(json).expression);
        const { problems } = parseDefinition(definition);
        expect(
          problems.filter(({ code }) => code === 'not-one-field' || code === 'misshapen'),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
