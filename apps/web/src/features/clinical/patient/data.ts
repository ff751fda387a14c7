/** The one query of the patient page and the types of its parts. */
import { queryOptions } from '@tanstack/react-query';
import { execute, GraphError } from '../../../graph/execute.ts';
import { PatientPageDocument, type PatientPageQuery } from '../../../graph/generated/graphql.ts';

export type Patient = NonNullable<PatientPageQuery['patient']>;
export type Tumour = Patient['tumours'][number];
export type Treatment = Patient['treatments'][number];
export type LaboratorySeries = Patient['laboratory'][number];

/** An address with what is no patient's id at all leads nowhere, as one with nobody's. */
function notThere(error: unknown): never {
  if (error instanceof GraphError && error.code === 'BAD_USER_INPUT') {
    throw new GraphError('NOT_FOUND', '', error.requestId);
  }
  throw error;
}

export const patientQuery = (id: string) =>
  queryOptions({
    queryKey: ['patient', id],
    queryFn: async ({ signal }): Promise<Patient> => {
      const { patient } = await execute(PatientPageDocument, { id }, signal).catch(notThere);
      if (!patient) throw new GraphError('NOT_FOUND', '', null);
      return patient;
    },
    staleTime: 15_000,
  });
