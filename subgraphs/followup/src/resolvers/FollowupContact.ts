import { codedTerm, encodeId } from '@nodp/graph';
import { daysLate } from '../contacts/overdue.ts';
import type { FollowupContactResolvers } from '../generated/resolvers.ts';

export const FollowupContact: FollowupContactResolvers = {
  id: ({ patientId, id }) => encodeId('FollowupContact', patientId, id),
  patient: ({ patientId }) => ({ patientId }),
  daysLate: (contact) => daysLate(contact, new Date()),
  what: ({ system, code, display }) => codedTerm(system, code, display),
};
