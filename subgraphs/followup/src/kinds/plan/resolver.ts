import type { Shown } from '@nodp/database/tables';
import { dateOf, latestFirst, plainCode, recordIds, recordsOf } from '@nodp/graph';
import type {
  FollowupPlanResolvers,
  PatientResolvers,
  PlannedActivityResolvers,
} from '../../generated/resolvers.ts';
import { type ActivityColumn, plan } from './table.ts';

export type PlannedActivityModel = ActivityColumn;
export type FollowupPlanModel = Shown<typeof plan>;

const idOf = recordIds('pla');

/** Latest first. */
const rows = recordsOf(plan, latestFirst(plan.startedOn));

const FollowupPlan: FollowupPlanResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  what: plainCode,
  startedOn: dateOf('started'),
  endedOn: dateOf('ended'),
};

const PlannedActivity: PlannedActivityResolvers = {
  what: plainCode,
};

const Patient: PatientResolvers = {
  followupPlans: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Patient, FollowupPlan, PlannedActivity };
