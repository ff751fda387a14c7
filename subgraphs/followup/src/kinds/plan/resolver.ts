import { sqlStatement } from '@nodp/database';
import type { Shown } from '@nodp/database/tables';
import { dateOf, encodeId, latestFirst, plainCode, recordsOf, rowByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type {
  FollowupPlanResolvers,
  PatientResolvers,
  PlannedActivityResolvers,
} from '../../generated/resolvers.ts';
import { isEnteredPlan } from '../../plans/source.ts';
import { type ActivityColumn, plan } from './table.ts';

export type PlannedActivityModel = ActivityColumn;
export type FollowupPlanModel = Shown<typeof plan>;

/** Latest first. */
const rows = recordsOf(plan, latestFirst(plan.startedOn));

/** When a death was noted: it closes every plan in the transaction that notes it, and opens it again where it is withdrawn. */
const deaths = rowByPatient(
  sqlStatement<{ patientId: string; notedAt: string }>(sql`
    select patient_id, noted_at from basic.death where patient_id = any(${sql.placeholder('ids')})`),
);

const FollowupPlan: FollowupPlanResolvers = {
  id: ({ patientId, id }) => encodeId('FollowupPlan', patientId, id),
  closedAt: async ({ patientId }, _, context) =>
    (await context.once(deaths).load(patientId))?.notedAt ?? null,
  own: ({ institutionId, sourceId }, _, { principal }) =>
    institutionId === principal.institutionId && isEnteredPlan(sourceId),
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
