import type { ConceptSet, ConceptSetExpression, ConceptSetItem } from '../schema/concept-set.ts';
import type { Names } from './names.ts';

const idsOf = (items: readonly ConceptSetItem[]): string =>
  items.map(({ concept }) => concept.CONCEPT_ID).join(', ');

/** The concepts themselves, and all that stand under those that say so and are valid. */
const named = (items: readonly ConceptSetItem[], names: Names): string => {
  const wide = items.filter(({ includeDescendants }) => includeDescendants);
  const themselves = `SELECT concept_id FROM ${names.vocabulary('concept')} WHERE concept_id IN (${idsOf(items)})`;
  if (wide.length === 0) return themselves;
  return `${themselves}
UNION
SELECT c.concept_id FROM ${names.vocabulary('concept')} c
JOIN ${names.vocabulary('concept_ancestor')} ca ON c.concept_id = ca.descendant_concept_id
WHERE c.invalid_reason IS NULL AND ca.ancestor_concept_id IN (${idsOf(wide)})`;
};

/** With what is mapped to those that say so. */
const withMapped = (items: readonly ConceptSetItem[], names: Names): string => {
  if (items.length === 0)
    return `SELECT concept_id FROM ${names.vocabulary('concept')} WHERE 0 = 1`;
  const mapped = items.filter(({ includeMapped }) => includeMapped);
  if (mapped.length === 0) return named(items, names);
  return `${named(items, names)}
UNION
SELECT cr.concept_id_1 AS concept_id FROM (${named(mapped, names)}) C
JOIN ${names.vocabulary('concept_relationship')} cr
  ON C.concept_id = cr.concept_id_2 AND cr.relationship_id = 'Maps to' AND cr.invalid_reason IS NULL`;
};

/** The concepts of a set: those of its items, without those of the items it leaves out. */
export const conceptSetSql = ({ items }: ConceptSetExpression, names: Names): string => {
  const without = items.filter(({ isExcluded }) => isExcluded);
  const included = `SELECT DISTINCT I.concept_id FROM (${withMapped(
    items.filter(({ isExcluded }) => !isExcluded),
    names,
  )}) I`;
  return without.length === 0
    ? included
    : `${included} WHERE I.concept_id NOT IN (SELECT concept_id FROM (${withMapped(without, names)}) E)`;
};

/** The statement that makes the table of codesets: a row for each concept of each set. */
export const codesetsSql = (sets: readonly ConceptSet[], names: Names): string => {
  const rows = sets.map(
    ({ id, expression }) =>
      `SELECT CAST(${id} AS INTEGER) AS codeset_id, CAST(C.concept_id AS BIGINT) AS concept_id FROM (${conceptSetSql(expression, names)}) C`,
  );
  const none =
    'SELECT CAST(0 AS INTEGER) AS codeset_id, CAST(0 AS BIGINT) AS concept_id WHERE 0 = 1';
  return `CREATE OR REPLACE TEMP TABLE ${names.codesets} AS ${rows.length === 0 ? none : rows.join('\nUNION ALL\n')}`;
};
