import { encodeId } from '@nodp/graph';
import type { FollowupContactResolvers } from '../generated/resolvers.ts';
import { codedTerm } from '../terms.ts';

export const FollowupContact: FollowupContactResolvers = {
  id: ({ patientId, id }) => encodeId('FollowupContact', patientId, id),
  patient: ({ patientId }) => ({ patientId }),
  what: ({ system, code, display }) => codedTerm(system, code, display),
};
