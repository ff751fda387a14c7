import { decodeOne, encodeId } from '@nodp/graph';
import { biomarkerRows, pathologyReportRows } from '../findings/finding-rows.ts';
import type { PatientResolvers } from '../generated/resolvers.ts';
import { specimenRows } from '../specimens/specimen-rows.ts';

export const Patient: PatientResolvers = {
  __resolveReference: ({ id }) => ({ patientId: decodeOne('Patient', id) }),
  id: ({ patientId }) => encodeId('Patient', patientId),
  specimens: ({ patientId }, _, context) => context.once(specimenRows).load(patientId),
  pathologyReports: ({ patientId }, _, context) =>
    context.once(pathologyReportRows).load(patientId),
  biomarkers: ({ patientId }, _, context) => context.once(biomarkerRows).load(patientId),
};
