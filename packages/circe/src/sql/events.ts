import { daysAfter } from '../attributes/sql-text.ts';
import { CirceError } from '../circe-error.ts';
import { isEmpty } from '../schema/criteria.ts';
import type { CohortExpression, Limit } from '../schema/expression.ts';
import { criterionSql, groupSql } from './group.ts';
import type { Names } from './names.ts';

const table = (name: string, query: string): string =>
  `CREATE OR REPLACE TEMP TABLE ${name} AS\n${query}`;

const order = ({ Type }: Limit): string => (Type === 'Last' ? 'DESC' : 'ASC');
const isOne = ({ Type }: Limit): boolean => Type !== null && Type !== 'All';

/** Events that enter, observed long enough before and after, numbered within each person. */
export const primarySql = ({ PrimaryCriteria }: CohortExpression, names: Names): string => {
  const { CriteriaList, ObservationWindow, PrimaryCriteriaLimit } = PrimaryCriteria;
  if (CriteriaList.length === 0)
    throw new CirceError(
      'PrimaryCriteria.CriteriaList',
      'has to name an event that enters the cohort',
    );
  const found = CriteriaList.map((criterion, i) =>
    criterionSql(criterion, names, `PrimaryCriteria.CriteriaList.${i}`),
  ).join('\nUNION ALL\n');
  return table(
    names.temporary('primary_events'),
    `SELECT P.ordinal AS event_id, P.person_id, P.start_date, P.end_date, P.op_start_date, P.op_end_date, P.visit_occurrence_id
FROM (
SELECT E.person_id, E.start_date, E.end_date, E.visit_occurrence_id,
  row_number() OVER (PARTITION BY E.person_id ORDER BY E.sort_date ${order(PrimaryCriteriaLimit)}, E.event_id, E.start_date, E.end_date) AS ordinal,
  OP.observation_period_start_date AS op_start_date, OP.observation_period_end_date AS op_end_date
FROM (
${found}
) E
JOIN ${names.cdm('observation_period')} OP ON E.person_id = OP.person_id
  AND E.start_date >= OP.observation_period_start_date AND E.start_date <= OP.observation_period_end_date
WHERE ${daysAfter('OP.observation_period_start_date', ObservationWindow.PriorDays)} <= E.start_date
  AND ${daysAfter('E.start_date', ObservationWindow.PostDays)} <= OP.observation_period_end_date
) P${isOne(PrimaryCriteriaLimit) ? '\nWHERE P.ordinal = 1' : ''}`,
  );
};

/** Those of them that satisfy the additional criteria: one of each person where a limit says so. */
export const qualifiedSql = (
  { AdditionalCriteria, QualifiedLimit }: CohortExpression,
  names: Names,
): string => {
  const primary = names.temporary('primary_events');
  const restricted =
    AdditionalCriteria === undefined || isEmpty(AdditionalCriteria)
      ? ''
      : `JOIN (
${groupSql(AdditionalCriteria, primary, names, 'AdditionalCriteria')}
) AC ON AC.person_id = PE.person_id AND AC.event_id = PE.event_id`;
  // A limit on what the additional criteria leave is none where there are none.
  const limited = AdditionalCriteria !== undefined && isOne(QualifiedLimit);
  return table(
    names.temporary('qualified_events'),
    `SELECT event_id, person_id, start_date, end_date, op_start_date, op_end_date, visit_occurrence_id
FROM (
SELECT PE.*, row_number() OVER (PARTITION BY PE.person_id ORDER BY PE.start_date ${order(QualifiedLimit)}, PE.event_id) AS ordinal
FROM ${primary} PE
${restricted}
) QE${limited ? '\nWHERE QE.ordinal = 1' : ''}`,
  );
};

/** Which qualified event satisfies which inclusion rule, by the rule's place. */
export const inclusionSql = ({ InclusionRules }: CohortExpression, names: Names): string => {
  const qualified = names.temporary('qualified_events');
  const rules = InclusionRules.map(
    (
      { expression },
      i,
    ) => `SELECT CAST(${i} AS INTEGER) AS inclusion_rule_id, G.person_id, G.event_id FROM (
${groupSql(expression, qualified, names, `InclusionRules.${i}.expression`)}
) G`,
  );
  return table(
    names.temporary('inclusion_events'),
    rules.length === 0
      ? `SELECT CAST(0 AS INTEGER) AS inclusion_rule_id, person_id, event_id FROM ${qualified} WHERE 0 = 1`
      : rules.join('\nUNION ALL\n'),
  );
};

/** Qualified events that satisfy every rule: one of each person where a limit says so. */
export const includedSql = (
  { InclusionRules, ExpressionLimit }: CohortExpression,
  names: Names,
): string => {
  const all =
    InclusionRules.length === 0
      ? ''
      : `JOIN (
SELECT person_id, event_id FROM ${names.temporary('inclusion_events')}
GROUP BY person_id, event_id HAVING count(DISTINCT inclusion_rule_id) = ${InclusionRules.length}
) I ON I.person_id = Q.person_id AND I.event_id = Q.event_id`;
  return table(
    names.temporary('included_events'),
    `SELECT event_id, person_id, start_date, end_date, op_start_date, op_end_date
FROM (
SELECT Q.*, row_number() OVER (PARTITION BY Q.person_id ORDER BY Q.start_date ${order(ExpressionLimit)}, Q.event_id) AS ordinal
FROM ${names.temporary('qualified_events')} Q
${all}
) R${isOne(ExpressionLimit) ? '\nWHERE R.ordinal = 1' : ''}`,
  );
};
