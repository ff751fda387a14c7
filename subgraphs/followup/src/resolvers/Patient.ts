import { decodeOne, encodeId } from '@nodp/graph';
import { contactRows } from '../contacts/contact-rows.ts';
import type { PatientResolvers } from '../generated/resolvers.ts';
import { diseaseStatusRows } from '../outcomes/disease-status-rows.ts';
import { planRows } from '../plans/plan-rows.ts';

export const Patient: PatientResolvers = {
  __resolveReference: ({ id }) => ({ patientId: decodeOne('Patient', id) }),
  id: ({ patientId }) => encodeId('Patient', patientId),
  followupPlans: ({ patientId }, _, context) => context.once(planRows).load(patientId),
  followupContacts: ({ patientId }, _, context) => context.once(contactRows).load(patientId),
  diseaseStatuses: ({ patientId }, _, context) => context.once(diseaseStatusRows).load(patientId),
};
