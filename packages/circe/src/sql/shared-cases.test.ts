import { describe, expect, it } from 'vitest';
import type { DomainName } from '../domains/registry.ts';
import { parseExpression } from '../parse.ts';
import type { Correlated, Criterion, CriterionValue } from '../schema/criteria.ts';
import type { CohortExpression, LimitType } from '../schema/expression.ts';
import type { CountColumn } from '../schema/window.ts';
import type { Row } from '../testing/open-cdm.ts';
import {
  cdm,
  expectRows,
  fill,
  names,
  VOCABULARY,
  withTables,
} from '../testing/run-shared-case.ts';
import { readCase, readTables, sharedCases } from '../testing/shared-cases.ts';
import { generateCohort } from './generate.ts';
import { criterionSql, windowedSql } from './group.ts';

withTables();

describe.skipIf(sharedCases === null)('whole cohorts', () => {
  const at = (name: string) => `cohortgeneration/${name}.json`;
  /** Expressions of a case, and what becomes of each. */
  const expectCohorts = async (of: string, expressions: readonly CohortExpression[]) => {
    await fill(readTables(VOCABULARY, at(`${of}_PREP`)));
    const tables = readTables(at(`${of}_VERIFY`));
    const cohort = Object.entries(tables).find(([name]) => name.endsWith('.cohort'))?.[1] ?? [];
    const generated = [];
    for (const expression of expressions)
      generated.push(await generateCohort(expression, cdm, { cdmSchema: 'cdm' }));
    expect(
      generated
        .flatMap(({ periods }, i) =>
          periods.map(({ subjectId, start, end }) => `${i + 1} ${subjectId} ${start} ${end}`),
        )
        .sort(),
    ).toEqual(
      cohort
        .map(
          (row) =>
            `${row.cohort_definition_id} ${row.subject_id} ${row.cohort_start_date} ${row.cohort_end_date}`,
        )
        .sort(),
    );
    return { generated, tables };
  };
  const read = (name: string) => parseExpression(readCase(at(name))).expression;

  it('limits of events that enter, qualify and are included', async () => {
    const all = read('limits/limitExpression');
    const first = { Type: 'First' } as const;
    const included: CohortExpression = { ...all, ExpressionLimit: first };
    const qualified: CohortExpression = { ...included, QualifiedLimit: first };
    const entering = (Type: LimitType): CohortExpression => ({
      ...qualified,
      PrimaryCriteria: { ...qualified.PrimaryCriteria, PrimaryCriteriaLimit: { Type } },
    });
    await expectCohorts('limits/limitTest', [
      all,
      included,
      qualified,
      entering('First'),
      entering('Last'),
    ]);
  });

  it('first occurrences of each domain that has them', async () => {
    const empty = read('firstOccurrence/firstOccurrenceTestExpression');
    const domains: DomainName[] = [
      'ConditionEra',
      'ConditionOccurrence',
      'DeviceExposure',
      'DrugEra',
      'DrugExposure',
      'Measurement',
      'Observation',
      'ProcedureOccurrence',
      'Specimen',
      'VisitOccurrence',
      'PayerPlanPeriod',
    ];
    await expectCohorts(
      'firstOccurrence/firstOccurrenceTest',
      domains.map((name) => ({
        ...empty,
        PrimaryCriteria: { ...empty.PrimaryCriteria, CriteriaList: [{ [name]: { First: true } }] },
      })),
    );
  });

  it('an inclusion rule, and whom it takes away', async () => {
    const { generated, tables } = await expectCohorts('inclusionRules/simpleInclusionRule', [
      read('inclusionRules/simpleInclusionRule'),
    ]);
    const counts = tables['simpleInclusionRule.cohort_inclusion_result'] ?? [];
    expect(
      generated.flatMap(({ inclusion }) =>
        (['events', 'persons'] as const).flatMap((mode, id) =>
          inclusion[mode].combinations.map(
            ({ rules, count }) =>
              `${id} ${rules.reduce((mask, rule) => mask + 2 ** rule, 0)} ${count}`,
          ),
        ),
      ),
    ).toEqual(counts.map((row) => `${row.mode_id} ${row.inclusion_rule_mask} ${row.person_count}`));
  });
});

const is = (id: number) => ({ CodesetId: id, IsExclusion: false });
const SETS: readonly (readonly [DomainName, CriterionValue])[] = [
  ['ConditionEra', { GenderCS: is(1) }],
  [
    'ConditionOccurrence',
    { ConditionTypeCS: is(1), GenderCS: is(1), VisitTypeCS: is(2), ProviderSpecialtyCS: is(3) },
  ],
  ['Death', { GenderCS: is(1), DeathTypeCS: is(1) }],
  [
    'DeviceExposure',
    { DeviceTypeCS: is(1), GenderCS: is(1), VisitTypeCS: is(2), ProviderSpecialtyCS: is(3) },
  ],
  ['DoseEra', { GenderCS: is(1), UnitCS: is(3) }],
  ['DrugEra', { GenderCS: is(1) }],
  [
    'DrugExposure',
    {
      DrugTypeCS: is(2),
      GenderCS: is(1),
      RouteConceptCS: is(3),
      DoseUnitCS: is(2),
      ProviderSpecialtyCS: is(3),
      VisitTypeCS: is(2),
    },
  ],
  [
    'Measurement',
    {
      GenderCS: is(1),
      OperatorCS: is(3),
      ValueAsConceptCS: is(2),
      UnitCS: is(1),
      ProviderSpecialtyCS: is(3),
      VisitTypeCS: is(2),
    },
  ],
  [
    'Observation',
    {
      ObservationTypeCS: is(1),
      QualifierCS: is(3),
      ValueAsConceptCS: is(2),
      UnitCS: is(1),
      GenderCS: is(1),
      ProviderSpecialtyCS: is(3),
      VisitTypeCS: is(2),
    },
  ],
  ['ObservationPeriod', { PeriodTypeCS: is(1) }],
  [
    'ProcedureOccurrence',
    {
      GenderCS: is(1),
      ModifierCS: is(3),
      ProcedureTypeCS: is(2),
      VisitTypeCS: is(2),
      ProviderSpecialtyCS: is(3),
    },
  ],
  [
    'Specimen',
    {
      GenderCS: is(1),
      SpecimenTypeCS: is(2),
      UnitCS: is(3),
      AnatomicSiteCS: is(2),
      DiseaseStatusCS: is(3),
    },
  ],
  [
    'VisitOccurrence',
    { GenderCS: is(1), VisitTypeCS: is(2), ProviderSpecialtyCS: is(3), PlaceOfServiceCS: is(2) },
  ],
];
const MOVED: readonly DomainName[] = [
  'ConditionEra',
  'ConditionOccurrence',
  'Death',
  'DeviceExposure',
  'DoseEra',
  'DrugEra',
  'DrugExposure',
  'Measurement',
  'Observation',
  'ObservationPeriod',
  'PayerPlanPeriod',
  'ProcedureOccurrence',
  'VisitDetail',
  'VisitOccurrence',
];
const WITHOUT_CONCEPT: ReadonlySet<DomainName> = new Set(['ObservationPeriod', 'PayerPlanPeriod']);

const small = (name: DomainName) => `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`;

describe.skipIf(sharedCases === null)('criteria by themselves', () => {
  const prepare = async (file: string) => {
    await fill(readTables(VOCABULARY, file));
    const codesets = readTables('criteria/codesets.json')['temp.codesets'] ?? [];
    await cdm.run(
      `CREATE OR REPLACE TEMP TABLE ${names.codesets} AS SELECT * FROM (VALUES ${codesets
        .map((row) => `(${row.codeset_id}, ${row.concept_id})`)
        .join(', ')}) V(codeset_id, concept_id)`,
    );
  };
  const criterion = (name: DomainName, value: CriterionValue): Criterion => ({
    [name]: WITHOUT_CONCEPT.has(name) ? value : { CodesetId: 1, ...value },
  });

  it.each(SETS)('%s, by concept sets', async (name, value) => {
    await prepare(`criteria/${small(name)}ConceptSet_PREP.json`);
    const expected = readTables(`criteria/${small(name)}ConceptSet_VERIFY.json`);
    await expectRows(
      criterionSql(criterion(name, value), names, ''),
      expected[`${small(name)}.conceptset`] as Row[],
    );
  });

  it.each(MOVED)('%s, on days moved', async (name) => {
    await prepare(`criteria/${small(name)}DateOffset_PREP.json`);
    const expected = readTables(`criteria/${small(name)}DateOffset_VERIFY.json`);
    const moved: CriterionValue = {
      DateAdjustment: {
        StartWith: 'START_DATE',
        StartOffset: 15,
        EndWith: 'END_DATE',
        EndOffset: -10,
      },
    };
    const asked: Readonly<Record<string, CriterionValue>> = {
      simple: {},
      date_adjust: moved,
      user_defined: {
        ...moved,
        UserDefinedPeriod: { StartDate: '2000-09-01', EndDate: '2000-09-30' },
      },
    };
    expect(Object.keys(expected).length).toBeGreaterThan(0);
    for (const [key, rows] of Object.entries(expected)) {
      const value = asked[key.split('.')[1] ?? ''];
      expect(value, key).toBeDefined();
      await expectRows(criterionSql(criterion(name, value as CriterionValue), names, ''), rows);
    }
  });
});

describe.skipIf(sharedCases === null)('criteria in a window', () => {
  const YEAR_BEFORE = {
    Start: { Days: 365, Coeff: -1 as const },
    End: { Days: 0, Coeff: -1 as const },
  };
  const ANYTIME = { Start: { Coeff: -1 as const }, End: { Coeff: 1 as const } };
  const DAYS: CountColumn[] = ['START_DATE', 'END_DATE', 'DOMAIN_CONCEPT', 'DURATION'];
  const cases: [
    file: string,
    name: DomainName,
    more: CountColumn[],
    value: CriterionValue | undefined,
  ][] = [
    ['ConditionEra', 'ConditionEra', ['ERA_OCCURRENCES'], undefined],
    ['ConditionOccurrence', 'ConditionOccurrence', [], undefined],
    ['Death', 'Death', [], undefined],
    ['DeviceExposure', 'DeviceExposure', ['QUANTITY'], undefined],
    ['DoseEra', 'DoseEra', ['VALUE_AS_NUMBER', 'UNIT'], undefined],
    ['DrugEra', 'DrugEra', ['GAP_DAYS', 'ERA_OCCURRENCES'], undefined],
    ['DrugExposure', 'DrugExposure', ['REFILLS', 'QUANTITY', 'DAYS_SUPPLY'], undefined],
    ['Measurement', 'Measurement', ['VALUE_AS_NUMBER', 'RANGE_HIGH', 'RANGE_LOW'], undefined],
    ['Observation', 'Observation', ['VALUE_AS_NUMBER'], undefined],
    ['ObservationPeriod', 'ObservationPeriod', [], undefined],
    [
      'ObservationPeriodUserDefined',
      'ObservationPeriod',
      [],
      { UserDefinedPeriod: { StartDate: '2008-01-01', EndDate: '2009-01-01' } },
    ],
    ['ProcedureOccurrence', 'ProcedureOccurrence', ['QUANTITY'], undefined],
    ['Specimen', 'Specimen', [], undefined],
    ['VisitDetail', 'VisitDetail', [], undefined],
    ['VisitOccurrence', 'VisitOccurrence', [], undefined],
  ];
  it.each(cases)('%s', async (file, name, more, value) => {
    const prepared = readTables(VOCABULARY, `windowcriteria/window${file}_PREP.json`);
    await fill(prepared);
    const [, cohort = []] = Object.entries(prepared).find(([key]) => key.endsWith('.cohort')) ?? [];
    const rows = cohort
      .map(
        (row) =>
          `(${row.subject_id}, DATE '${row.cohort_start_date}', DATE '${row.cohort_end_date}')`,
      )
      .join(', ');
    const events = `(SELECT row_number() OVER (PARTITION BY E.subject_id ORDER BY E.start_date) AS event_id, E.subject_id AS person_id,
  E.start_date, E.end_date, OP.observation_period_start_date AS op_start_date, OP.observation_period_end_date AS op_end_date
FROM (VALUES ${rows}) E(subject_id, start_date, end_date)
JOIN cdm.observation_period OP ON E.subject_id = OP.person_id
  AND E.start_date BETWEEN OP.observation_period_start_date AND OP.observation_period_end_date)`;
    const expected = readTables(`windowcriteria/window${file}_VERIFY.json`);
    const correlated: Correlated = {
      Criteria: { [name]: value ?? {} },
      StartWindow: value === undefined ? YEAR_BEFORE : ANYTIME,
      Occurrence: { Type: 2, Count: 1, IsDistinct: false },
      RestrictVisit: false,
      IgnoreObservationPeriod: false,
    };
    for (const [key, wanted] of Object.entries(expected)) {
      const asked = key.endsWith('.add_columns') ? [...DAYS, ...more] : [];
      await expectRows(windowedSql(correlated, events, names, '', asked), wanted);
    }
  });
});
