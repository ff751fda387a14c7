import { codedTerm, encodeId } from '@nodp/graph';
import type { FollowupContactResolvers } from '../generated/resolvers.ts';

export const FollowupContact: FollowupContactResolvers = {
  id: ({ patientId, id }) => encodeId('FollowupContact', patientId, id),
  patient: ({ patientId }) => ({ patientId }),
  what: ({ system, code, display }) => codedTerm(system, code, display),
};
