import { type CohortDefinition, stepsOf } from '@nodp/cohorts';
import { type Dialect, Parameters } from '@nodp/cohorts/engine';
import { condition } from '@nodp/cohorts/testing';
import { FACETS } from '../../columns/facets.ts';
import type { Compiled } from '../../engines/engine.ts';

/**
 * Persons among rows of cases. Only the few with several cases have to be told apart, which makes the
 * count several times as fast as one `count(distinct person_key)`.
 */
const persons = (filter: string | null): string => {
  const and = filter === null ? '' : `${filter} and `;
  return `(count(*) filter (where ${and}c.only_case)
    + count(distinct c.person_key) filter (where ${and}not c.only_case))`;
};

/** One row, one column: persons. */
export const countPlan = (definition: CohortDefinition, dialect: Dialect): Compiled => {
  const parameters = new Parameters();
  const where = condition(definition, parameters, dialect);
  return {
    text: `select ${persons(null)} as n from ${dialect.table('cases')} c where ${where}`,
    parameters: parameters.values,
  };
};

/** One row: persons of the whole release, then after each step of the root. One scan. */
export const attritionPlan = (definition: CohortDefinition, dialect: Dialect): Compiled => {
  const parameters = new Parameters();
  const steps = stepsOf(definition);
  const met = steps.map((step, i) => `${condition(step, parameters, dialect)} as k${i}`);
  const counts = steps.map((_, i) => {
    const all = Array.from({ length: i + 1 }, (__, j) => `c.k${j}`).join(' and ');
    return `${persons(all)} as n${i}`;
  });
  return {
    text: `select ${[`${persons(null)} as everyone`, ...counts].join(', ')}
      from (select c.person_key, c.only_case${met.map((m) => `, ${m}`).join('')} from ${dialect.table('cases')} c) c`,
    parameters: parameters.values,
  };
};

/** Rows (facet, key as text or null, persons). */
export const facetsPlan = (definition: CohortDefinition, dialect: Dialect): Compiled => {
  const parameters = new Parameters();
  const where = condition(definition, parameters, dialect);
  const each = FACETS.map(
    (facet) =>
      `select '${facet}' as facet, cast(c.${facet} as varchar) as key, ${persons(null)} as n from matched c group by c.${facet}`,
  );
  return {
    text: `with matched as materialized (select c.person_key, c.only_case, ${FACETS.map((f) => `c.${f}`).join(', ')}
      from ${dialect.table('cases')} c where ${where}) ${each.join(' union all ')}`,
    parameters: parameters.values,
  };
};

/**
 * Rows (arm, time, event), one a person: the earliest of the person's cases in the arm. Persons of
 * several arms have `arms` above 1. Times are days from diagnosis; null where not known.
 */
export const survivalPlan = (arms: readonly CohortDefinition[], dialect: Dialect): Compiled => {
  const parameters = new Parameters();
  const each = arms.map(
    (arm, i) => `select c.person_key, c.case_number, ${i} as arm, c.survival_days as days, c.died
      from ${dialect.table('cases')} c where ${condition(arm, parameters, dialect)}`,
  );
  return {
    text: `with member as (${each.join(' union all ')}),
      ranked as (select *, row_number() over (partition by person_key, arm order by case_number) as place from member),
      first as (select arm, days, died, count(*) over (partition by person_key) as arms from ranked where place = 1)
      select arm, coalesce(days, -1) as time, case when died then 1 else 0 end as event, arms from first`,
    parameters: parameters.values,
  };
};
