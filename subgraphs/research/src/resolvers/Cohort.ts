import { print } from '@nodp/cohorts/engine';
import { attritionOf, countOf } from '../cohorts/cohort.ts';
import { facetsOf } from '../cohorts/facets.ts';
import { withoutEachOf } from '../cohorts/without-each.ts';
import type { CohortResolvers, DefinitionProblemResolvers } from '../generated/resolvers.ts';

export const Cohort: CohortResolvers = {
  description: ({ definition }) => print(definition),
  count: (cohort, _, context) => countOf(context, cohort),
  attrition: (cohort, _, context) => attritionOf(context, cohort),
  withoutEach: (cohort, _, context) => withoutEachOf(context, cohort),
  facets: (cohort, _, context) => facetsOf(context, cohort),
};

export const DefinitionProblem: DefinitionProblemResolvers = {
  severity: ({ severity }) => (severity === 'error' ? 'ERROR' : 'WARNING'),
};
