import { query, statement } from '@nodp/database';
import { type Shown, shownColumns } from '@nodp/database/tables';
import { codedTerm, recordIds, rowsByPatient, showPartial } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { DiseaseStatusResolvers, PatientResolvers } from '../../generated/resolvers.ts';
import { diseaseStatus } from './table.ts';

export type DiseaseStatusModel = Shown<typeof diseaseStatus>;

const idOf = recordIds('dis');

/** By date. */
const rows = rowsByPatient(
  statement(
    query
      .select(shownColumns(diseaseStatus))
      .from(diseaseStatus)
      .where(sql`${diseaseStatus.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(diseaseStatus.assessedOn, diseaseStatus.id),
  ),
);

const DiseaseStatus: DiseaseStatusResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  asSent: ({ system, code, display }) => codedTerm(system, code, display),
  date: ({ assessedOn, assessedPrecision }) => showPartial(assessedOn, assessedPrecision),
};

const Patient: PatientResolvers = {
  diseaseStatuses: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Patient, DiseaseStatus };
