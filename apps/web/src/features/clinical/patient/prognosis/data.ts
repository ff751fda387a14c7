/** The section's own query and the types of its parts. */
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../../../graph/execute.ts';
import {
  PatientPrognosisDocument,
  type PatientPrognosisQuery,
} from '../../../../graph/generated/graphql.ts';

export type Prognosis = NonNullable<NonNullable<PatientPrognosisQuery['patient']>['prognosis']>;
export type Score = Prognosis['scores'][number];
export type Input = Score['inputs'][number];
export type Entry = Prognosis['entries'][number];

export const prognosisKey = (tumour: string) => ['prognosis', tumour];

export const prognosisQuery = (id: string, tumour: string) =>
  queryOptions({
    queryKey: prognosisKey(tumour),
    queryFn: async ({ signal }): Promise<Prognosis | null> =>
      (await execute(PatientPrognosisDocument, { id, tumour }, signal)).patient?.prognosis ?? null,
    staleTime: 15_000,
  });
