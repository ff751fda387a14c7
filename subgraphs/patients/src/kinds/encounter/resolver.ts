import { query, statement } from '@nodp/database';
import { type Shown, shownColumns } from '@nodp/database/tables';
import { codedTerm, recordIds, rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { EncounterResolvers, PatientResolvers } from '../../generated/resolvers.ts';
import { encounter } from './table.ts';

export type EncounterModel = Shown<typeof encounter>;

const idOf = recordIds('enc');

/** Latest first. */
const rows = rowsByPatient(
  statement(
    query
      .select(shownColumns(encounter))
      .from(encounter)
      .where(sql`${encounter.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(sql`${encounter.startedAt} desc nulls last`, encounter.id),
  ),
);

const Encounter: EncounterResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  what: ({ system, code, display }) => codedTerm(system, code, display),
};

const Patient: PatientResolvers = {
  encounters: async ({ patientId }, { first }, context) =>
    (await context.once(rows).load(patientId)).slice(0, first ?? 100),
};

export const resolvers = { Patient, Encounter };
