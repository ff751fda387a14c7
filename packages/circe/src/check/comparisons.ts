import { domainOf } from '../domains/registry.ts';
import { type Correlated, type Criterion, readCriterion } from '../schema/criteria.ts';
import type { CohortExpression } from '../schema/expression.ts';
import type { Occurrence } from '../schema/window.ts';
import { correlatedOf, criteriaOf, criterionName, type Placed } from './walk.ts';
import { join, type Warning, warn } from './warning.ts';

/** What two criteria of a domain have in common where they ask for the same events. */
const keyOf = (criterion: Criterion): string => {
  const { name, value } = readCriterion(criterion);
  const { concept, source } = domainOf(name);
  if (name === 'ObservationPeriod')
    return JSON.stringify([name, value.PeriodStartDate, value.PeriodEndDate, value.PeriodLength]);
  if (name === 'PayerPlanPeriod')
    return JSON.stringify([
      name,
      ...Object.entries(value)
        .filter(([field]) => field.endsWith('Concept'))
        .sort(),
    ]);
  if (name === 'ConditionOccurrence' && source !== null)
    return JSON.stringify([name, value.CodesetId, value[source.field]]);
  return JSON.stringify([name, concept === null ? value : value.CodesetId]);
};

const duplicates = (expression: CohortExpression): Warning[] => {
  const criteria = criteriaOf(expression);
  const words = ({ of, group }: Placed<Criterion>) => ({
    en: `${criterionName(of).en} criteria in ${group.en}`,
    zh: `${group.zh}中的“${criterionName(of).zh}”条件`,
  });
  return criteria.flatMap((one, i) => {
    const same = criteria.slice(i + 1).filter(({ of }) => keyOf(of) === keyOf(one.of));
    if (same.length === 0) return [];
    const others = join(same.map(words));
    return [
      warn(
        'criteria-duplicated',
        `Probably ${words(one).en} duplicates ${others.en}`,
        `${words(one).zh}可能与${others.zh}重复`,
      ),
    ];
  });
};

const timesOf = ({ Type, Count }: Occurrence): readonly [number, number] =>
  Type === 0 ? [Count, Count] : Type === 1 ? [0, Count] : [Count, Number.POSITIVE_INFINITY];

const contradicts = (a: Correlated, b: Correlated): boolean => {
  const [x, y] = [readCriterion(a.Criteria), readCriterion(b.Criteria)];
  if (x.name !== y.name || domainOf(x.name).concept === null) return false;
  if (x.value.CodesetId !== y.value.CodesetId) return false;
  const [[least, most], [from, to]] = [timesOf(a.Occurrence), timesOf(b.Occurrence)];
  return most < from || to < least;
};

const contradictions = (expression: CohortExpression): Warning[] => {
  const all = correlatedOf(expression);
  const words = ({ of, group }: Placed<Correlated>) => ({
    en: `${group.en} ${criterionName(of.Criteria).en}`,
    zh: `${group.zh}的“${criterionName(of.Criteria).zh}”`,
  });
  return all.flatMap((one, i) =>
    all
      .slice(i + 1)
      .filter((other) => contradicts(one.of, other.of))
      .map((other) =>
        warn(
          'contradiction',
          `${words(one).en} might be contradicted with ${words(other).en} and possibly will lead to 0 records`,
          `${words(one).zh}可能与${words(other).zh}矛盾，结果可能为 0 条`,
        ),
      ),
  );
};

/** Criteria held against one another. */
export const checkComparisons = (expression: CohortExpression): Warning[] => [
  ...duplicates(expression),
  ...contradictions(expression),
];
