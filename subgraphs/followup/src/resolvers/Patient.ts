import { decodeOne, encodeId } from '@nodp/graph';
import type { PatientResolvers } from '../generated/resolvers.ts';

export const Patient: PatientResolvers = {
  __resolveReference: ({ id }) => ({ patientId: decodeOne('Patient', id) }),
  id: ({ patientId }) => encodeId('Patient', patientId),
};
