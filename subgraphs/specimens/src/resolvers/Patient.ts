import { decodeOne, encodeId } from '@nodp/graph';
import type { PatientResolvers } from '../generated/resolvers.ts';
import { specimenRows } from '../specimens/specimen-rows.ts';

export const Patient: PatientResolvers = {
  __resolveReference: ({ id }) => ({ patientId: decodeOne('Patient', id) }),
  id: ({ patientId }) => encodeId('Patient', patientId),
  specimens: ({ patientId }, _, context) => context.once(specimenRows).load(patientId),
};
