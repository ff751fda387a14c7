import type { Names } from './names.ts';

/** Of which events the rules are counted: every qualified one, or of each person the one that satisfies most. */
export type Mode = 'events' | 'persons';

const bestSql = (names: Names): string => `SELECT person_id, event_id FROM (
SELECT R.*, row_number() OVER (PARTITION BY person_id ORDER BY rules DESC, first_rule, start_date, event_id) AS place FROM (
SELECT Q.person_id, Q.event_id, Q.start_date, count(DISTINCT I.inclusion_rule_id) AS rules, coalesce(min(I.inclusion_rule_id), 0) AS first_rule
FROM ${names.temporary('qualified_events')} Q
LEFT JOIN ${names.temporary('inclusion_events')} I ON I.person_id = Q.person_id AND I.event_id = Q.event_id
GROUP BY Q.person_id, Q.event_id, Q.start_date
) R ) B WHERE place = 1`;

/**
 * How many events (or persons) satisfy which rules: `rules` with the places of rules in their order, comma-separated and
 * empty for none, and `count`.
 */
export const inclusionCountsSql = (mode: Mode, names: Names): string => {
  const events =
    mode === 'events'
      ? `SELECT person_id, event_id FROM ${names.temporary('qualified_events')}`
      : bestSql(names);
  return `SELECT rules, CAST(count(*) AS DOUBLE) AS count FROM (
SELECT coalesce(string_agg(CAST(I.inclusion_rule_id AS VARCHAR), ',' ORDER BY I.inclusion_rule_id), '') AS rules
FROM (${events}) Q
LEFT JOIN (SELECT DISTINCT inclusion_rule_id, person_id, event_id FROM ${names.temporary('inclusion_events')}) I
  ON I.person_id = Q.person_id AND I.event_id = Q.event_id
GROUP BY Q.person_id, Q.event_id
) M GROUP BY rules ORDER BY rules`;
};

/** Persons of the cohort before its periods are cut off. */
export const personsSql = (names: Names): string =>
  `SELECT CAST(count(DISTINCT person_id) AS DOUBLE) AS count FROM ${names.temporary('final_cohort')}`;
