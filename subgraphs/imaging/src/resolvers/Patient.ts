import { decodeOne, encodeId } from '@nodp/graph';
import type { PatientResolvers } from '../generated/resolvers.ts';
import { studyRows } from '../studies/study-rows.ts';

export const Patient: PatientResolvers = {
  __resolveReference: ({ id }) => ({ patientId: decodeOne('Patient', id) }),
  id: ({ patientId }) => encodeId('Patient', patientId),
  imagingStudies: ({ patientId }, _, context) => context.once(studyRows).load(patientId),
};
