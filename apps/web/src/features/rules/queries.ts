/** The one question of the rules page, and the types of its parts. */
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../graph/execute.ts';
import { ClinicalRulesDocument, type ClinicalRulesQuery } from '../../graph/generated/graphql.ts';

export type Rule = ClinicalRulesQuery['clinicalRules'][number];

export const rulesQuery = queryOptions({
  queryKey: ['clinical-rules'],
  queryFn: async ({ signal }) => (await execute(ClinicalRulesDocument, {}, signal)).clinicalRules,
});
