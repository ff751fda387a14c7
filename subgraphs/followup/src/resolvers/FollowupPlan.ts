import { codedTerm, encodeId, showPartial } from '@nodp/graph';
import type { FollowupPlanResolvers, PlannedActivityResolvers } from '../generated/resolvers.ts';

export const FollowupPlan: FollowupPlanResolvers = {
  id: ({ patientId, id }) => encodeId('FollowupPlan', patientId, id),
  what: ({ system, code, display }) => codedTerm(system, code, display),
  startedOn: ({ startedOn, startedPrecision }) => showPartial(startedOn, startedPrecision),
  endedOn: ({ endedOn, endedPrecision }) => showPartial(endedOn, endedPrecision),
};

export const PlannedActivity: PlannedActivityResolvers = {
  what: ({ system, code, display }) => codedTerm(system, code, display),
};
