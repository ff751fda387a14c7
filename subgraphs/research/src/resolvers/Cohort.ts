import { print } from '@nodp/cohorts/engine';
import { attritionOf, countOf } from '../cohorts/cohort.ts';
import { facetsOf } from '../cohorts/facets.ts';
import type { CohortResolvers, DefinitionProblemResolvers } from '../generated/resolvers.ts';

export const Cohort: CohortResolvers = {
  description: ({ definition }) => print(definition),
  count: (cohort, _, { resources }) => countOf(resources.releases, cohort),
  attrition: (cohort, _, { resources }) => attritionOf(resources.releases, cohort),
  facets: (cohort, _, { resources }) => facetsOf(resources.releases, cohort),
};

export const DefinitionProblem: DefinitionProblemResolvers = {
  severity: ({ severity }) => (severity === 'error' ? 'ERROR' : 'WARNING'),
};
