/** The section's own query and the types of its parts. */
import { queryOptions } from '@tanstack/react-query';
import { execute } from '../../../../graph/execute.ts';
import {
  PatientResponseDocument,
  type PatientResponseQuery,
} from '../../../../graph/generated/graphql.ts';

export type Response = NonNullable<PatientResponseQuery['patient']>;
export type Lesion = Response['lesions'][number];
export type Entry = Response['lesionEntries'][number];
export type Assessment = Response['response']['assessments'][number];
export type RadiotherapyAnswer = Response['response']['radiotherapy'][number];
export type Volume = Response['radiotherapyVolumes'][number];

export const responseQuery = (id: string) =>
  queryOptions({
    queryKey: ['patient', id, 'response'],
    queryFn: async ({ signal }): Promise<Response | null> =>
      (await execute(PatientResponseDocument, { id }, signal)).patient ?? null,
    staleTime: 15_000,
  });
