import { query, statement } from '@nodp/database';
import { type Shown, shownColumns } from '@nodp/database/tables';
import { codedTerm, recordIds, rowsByPatient, showPartial } from '@nodp/graph';
import { sql } from 'drizzle-orm';
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
const rows = rowsByPatient(
  statement(
    query
      .select(shownColumns(plan))
      .from(plan)
      .where(sql`${plan.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(sql`${plan.startedOn} desc nulls last`, plan.id),
  ),
);

const FollowupPlan: FollowupPlanResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  what: ({ system, code, display }) => codedTerm(system, code, display),
  startedOn: ({ startedOn, startedPrecision }) => showPartial(startedOn, startedPrecision),
  endedOn: ({ endedOn, endedPrecision }) => showPartial(endedOn, endedPrecision),
};

const PlannedActivity: PlannedActivityResolvers = {
  what: ({ system, code, display }) => codedTerm(system, code, display),
};

const Patient: PatientResolvers = {
  followupPlans: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Patient, FollowupPlan, PlannedActivity };
