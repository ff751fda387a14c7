import type { Label } from '@nodp/terminology';
import { domainOf, domains } from '../domains/registry.ts';
import {
  type Correlated,
  type Criterion,
  type Demographic,
  type Group,
  readCriterion,
} from '../schema/criteria.ts';
import type { CohortExpression } from '../schema/expression.ts';

export const INITIAL: Label = { en: 'initial event', zh: '起始事件' };
export const ADDITIONAL: Label = { en: 'additional rule', zh: '附加条件' };
const ruleName = (name: string | undefined): Label => ({
  en: `inclusion rule ${name ?? ''}`,
  zh: `纳入规则“${name ?? ''}”`,
});

export const criterionName = (criterion: Criterion): Label =>
  domainOf(readCriterion(criterion).name).name;

/** A criterion with where it stands. */
export interface Placed<Of> {
  readonly of: Of;
  readonly group: Label;
}

const correlatedIn = (criterion: Criterion): readonly Correlated[] => {
  const around = readCriterion(criterion).value.CorrelatedCriteria;
  return around === undefined
    ? []
    : [...around.CriteriaList, ...around.Groups.flatMap(({ CriteriaList }) => CriteriaList)];
};

const deep = (criterion: Criterion, group: Label): Placed<Criterion>[] => [
  { of: criterion, group },
  ...correlatedIn(criterion).flatMap(({ Criteria }) => deep(Criteria, group)),
];

/** Criteria of initial events and of inclusion rules, with those around them: as far as circe's checks of criteria look. */
export const criteriaOf = ({
  PrimaryCriteria,
  InclusionRules,
}: CohortExpression): Placed<Criterion>[] => [
  ...PrimaryCriteria.CriteriaList.flatMap((each) => deep(each, INITIAL)),
  ...InclusionRules.flatMap(({ name, expression }) =>
    (expression as Group).CriteriaList.flatMap(({ Criteria }) => deep(Criteria, ruleName(name))),
  ),
];

export const correlatedDeep = (criterion: Criterion, group: Label): Placed<Correlated>[] =>
  correlatedIn(criterion).flatMap((each) => [
    { of: each, group },
    ...correlatedDeep(each.Criteria, group),
  ]);

export const placedDeep = (correlated: Correlated, group: Label): Placed<Correlated>[] => [
  { of: correlated, group },
  ...correlatedDeep(correlated.Criteria, group),
];

/** Criteria in windows of inclusion rules, with those around them: as far as circe's checks of windows look. */
export const correlatedOf = ({ InclusionRules }: CohortExpression): Placed<Correlated>[] =>
  InclusionRules.flatMap(({ name, expression }) =>
    (expression as Group).CriteriaList.flatMap((each) => placedDeep(each, ruleName(name))),
  );

/** Everything a group holds, however deep. */
const inGroup = (
  { CriteriaList, DemographicCriteriaList, Groups }: Group,
  group: Label,
): Placed<Criterion | Correlated | Demographic>[] => [
  ...DemographicCriteriaList.map((of) => ({ of, group })),
  ...CriteriaList.flatMap((each) => [{ of: each, group }, ...withAround(each.Criteria, group)]),
  ...Groups.flatMap((each) => inGroup(each, group)),
];

const withAround = (
  criterion: Criterion,
  group: Label,
): Placed<Criterion | Correlated | Demographic>[] => {
  const around = readCriterion(criterion).value.CorrelatedCriteria;
  return [{ of: criterion, group }, ...(around === undefined ? [] : inGroup(around, group))];
};

/** Every criterion, window and demographic of an expression, by the part it stands in. */
export const everythingIn = ({
  PrimaryCriteria,
  AdditionalCriteria,
  InclusionRules,
  CensoringCriteria,
}: CohortExpression): Placed<Criterion | Correlated | Demographic>[] => [
  ...PrimaryCriteria.CriteriaList.flatMap((each) =>
    withAround(each, { en: 'Primary criteria', zh: '起始事件条件' }),
  ),
  ...(AdditionalCriteria === undefined
    ? []
    : inGroup(AdditionalCriteria, { en: 'Additional criteria', zh: '附加条件' })),
  ...InclusionRules.flatMap(({ name, expression }) =>
    inGroup(expression as Group, {
      en: `Inclusion criteria "${name ?? ''}"`,
      zh: `纳入条件“${name ?? ''}”`,
    }),
  ),
  ...CensoringCriteria.flatMap((each) =>
    withAround(each, { en: 'Censoring events', zh: '删失事件' }),
  ),
];

export const isCorrelated = (of: Criterion | Correlated | Demographic): of is Correlated =>
  'Criteria' in of && 'Occurrence' in of;

export const isCriterion = (of: Criterion | Correlated | Demographic): of is Criterion => {
  const fields = Object.keys(of);
  return fields.length === 1 && Object.hasOwn(domains, fields[0] ?? '');
};
