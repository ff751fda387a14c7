import { demographics } from '../domains/demographics.ts';
import type { Attribute } from '../domains/domain.ts';
import { domainOf } from '../domains/registry.ts';
import type { ConceptSet } from '../schema/concept-set.ts';
import { type Criterion, readCriterion } from '../schema/criteria.ts';
import type { CohortExpression } from '../schema/expression.ts';
import type { ConceptSetSelection } from '../schema/values.ts';
import { criteriaOf, criterionName, everythingIn, isCorrelated, isCriterion } from './walk.ts';
import { join, type Warning, warn } from './warning.ts';

const chosenIn = (
  attributes: Readonly<Record<string, Attribute>>,
  value: Readonly<Record<string, unknown>>,
): (number | undefined)[] =>
  Object.entries(attributes).map(([field, { kind }]) => {
    if (kind === 'codeset') return value[field] as number | undefined;
    return kind === 'selection'
      ? (value[field] as ConceptSetSelection | undefined)?.CodesetId
      : undefined;
  });

const setsOf = (criterion: Criterion): (number | undefined)[] => {
  const { name, value } = readCriterion(criterion);
  const { source, attributes } = domainOf(name);
  return [
    value.CodesetId,
    source === null ? undefined : (value[source.field] as number | undefined),
    ...chosenIn(attributes, value),
  ];
};

const usedIn = (expression: CohortExpression): ReadonlySet<number | undefined> =>
  new Set([
    ...everythingIn(expression).flatMap(({ of }) => {
      if (isCorrelated(of)) return [];
      return isCriterion(of) ? setsOf(of) : chosenIn(demographics, of);
    }),
    expression.EndStrategy !== undefined && 'CustomEra' in expression.EndStrategy
      ? expression.EndStrategy.CustomEra.DrugCodesetId
      : undefined,
  ]);

/** The same concepts by code, whatever else is said of them: as circe compares sets. */
const alike = (a: ConceptSet, b: ConceptSet): boolean => {
  const keys = ({ expression }: ConceptSet) =>
    expression.items.map(({ concept: { CONCEPT_CODE, DOMAIN_ID, VOCABULARY_ID } }) =>
      JSON.stringify([CONCEPT_CODE, DOMAIN_ID, VOCABULARY_ID]),
    );
  const theirs = new Set(keys(b));
  return (
    a.expression.items.length === b.expression.items.length &&
    keys(a).every((key) => theirs.has(key))
  );
};

export const checkConceptSets = (expression: CohortExpression): Warning[] => {
  const { ConceptSets } = expression;
  const used = usedIn(expression);
  return [
    ...ConceptSets.filter(({ id }) => !used.has(id)).map(({ name }) =>
      warn('unused-concept-set', `Concept Set "${name}" is not used`, `概念集“${name}”没有被使用`),
    ),
    ...ConceptSets.filter(({ expression: { items } }) => items.length === 0).map(({ name }) =>
      warn(
        'concept-set-empty',
        `Concept set ${name} contains no concepts`,
        `概念集“${name}”没有概念`,
      ),
    ),
    ...ConceptSets.flatMap((set, i) => {
      const same = ConceptSets.slice(i + 1).filter((other) => alike(set, other));
      const names = same.map(({ name }) => name);
      return names.length === 0
        ? []
        : [
            warn(
              'concept-sets-duplicated',
              `Concept set ${set.name} contains the same concepts like ${names.join(', ')}`,
              `概念集“${set.name}”与“${names.join('”“')}”含相同的概念`,
            ),
          ];
    }),
  ];
};

/** Domains whose criteria name no concept set of their own. */
const WITHOUT: ReadonlySet<string> = new Set([
  'ObservationPeriod',
  'PayerPlanPeriod',
  'LocationRegion',
]);

export const checkCriteriaConcepts = (expression: CohortExpression): Warning[] => {
  const criteria = criteriaOf(expression);
  const open = criteria
    .filter(({ of }) => {
      const { name, value } = readCriterion(of);
      const { type } = domainOf(name);
      return type !== null && value[type] === undefined;
    })
    .map(({ of, group }) => {
      const name = criterionName(of);
      return { en: `${name.en} at ${group.en}`, zh: `${group.zh}中的“${name.zh}”` };
    });
  return [
    ...criteria.flatMap(({ of, group }) => {
      const { name, value } = readCriterion(of);
      const { source } = domainOf(name);
      const named = value.CodesetId ?? (source === null ? undefined : value[source.field]);
      if (WITHOUT.has(name) || named !== undefined) return [];
      const { en, zh } = criterionName(of);
      return [
        warn(
          'no-concept-set',
          `No concept set specified as part of a criteria at ${group.en} in ${en} criteria`,
          `${group.zh}中“${zh}”条件没有指定概念集`,
        ),
      ];
    }),
    ...(open.length === 0
      ? []
      : [
          warn(
            'record-type-open',
            `It's not specified what type of records to look for in ${join(open).en}`,
            `没有指定要查找哪一类记录：${join(open).zh}`,
          ),
        ]),
  ];
};
