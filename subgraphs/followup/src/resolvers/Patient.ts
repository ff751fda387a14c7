import { decodeOne, encodeId } from '@nodp/graph';
import { contactRows } from '../contacts/contact-rows.ts';
import type { PatientResolvers } from '../generated/resolvers.ts';

export const Patient: PatientResolvers = {
  __resolveReference: ({ id }) => ({ patientId: decodeOne('Patient', id) }),
  id: ({ patientId }) => encodeId('Patient', patientId),
  followupContacts: ({ patientId }, _, context) => context.once(contactRows).load(patientId),
};
