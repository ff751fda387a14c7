import { decodeOne } from '@nodp/graph';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { everyInstitution } from '../network/institution-rows.ts';
import { listSubmissions } from '../network/submission-list.ts';
import { listPatients } from '../people/patient-list.ts';
import { patientRow } from '../people/patient-rows.ts';

export const Query: QueryResolvers = {
  me: () => ({}),
  patients: (_, args, context) => listPatients(args, context),
  patient: async (_, { id }, context) => {
    const patientId = decodeOne('Patient', id);
    return (await context.once(patientRow).load(patientId)) === null ? null : { patientId };
  },
  institutions: async (_, _args, { session }) =>
    (await session.run(everyInstitution)).map(({ id }) => ({ institutionId: id })),
  submissions: (_, args, context) => listSubmissions(args, context),
};
