import { query, statement } from '@nodp/database';
import { type Shown, shownColumns } from '@nodp/database/tables';
import { codedTerm, recordIds, rowsByPatient, showPartial } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { PathologyReportResolvers, PatientResolvers } from '../../generated/resolvers.ts';
import { pathologyReport } from './table.ts';

export type PathologyReportModel = Shown<typeof pathologyReport>;

const idOf = recordIds('pat-rep');

/** Latest first. */
const rows = rowsByPatient(
  statement(
    query
      .select(shownColumns(pathologyReport))
      .from(pathologyReport)
      .where(sql`${pathologyReport.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(sql`${pathologyReport.reportedOn} desc nulls last`, pathologyReport.id),
  ),
);

const PathologyReport: PathologyReportResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  what: ({ system, code, display }) => codedTerm(system, code, display),
  date: ({ reportedOn, reportedPrecision }) => showPartial(reportedOn, reportedPrecision),
  text: ({ reportText }) => reportText,
};

const Patient: PatientResolvers = {
  pathologyReports: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Patient, PathologyReport };
