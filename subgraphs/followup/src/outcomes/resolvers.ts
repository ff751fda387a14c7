import { sqlStatement } from '@nodp/database';
import { encodeId, rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { ContactOutcomeResolvers, PatientResolvers } from '../generated/resolvers.ts';
import type { ContactOutcomeModel } from '../models.ts';
import { contactOutcome } from './table.ts';

const p = sql.placeholder;
const MOST = 200;

/** Latest first. */
const rows = rowsByPatient(
  sqlStatement<ContactOutcomeModel>(sql`
    select o.* from unnest(${p('ids')}::uuid[]) as w(patient_id) cross join lateral (
      select * from ${contactOutcome} where patient_id = w.patient_id order by entered_at desc, id limit ${sql.raw(String(MOST))}) o`),
);

const ContactOutcome: ContactOutcomeResolvers = {
  id: ({ patientId, id }) => encodeId('ContactOutcome', patientId, id),
  own: ({ institutionId }, _, { principal }) => institutionId === principal.institutionId,
};

const Patient: PatientResolvers = {
  contactOutcomes: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Patient, ContactOutcome };
