import { query, statement } from '@nodp/database';
import { type Shown, shownColumns } from '@nodp/database/tables';
import { codedTerm, recordIds, rowsByPatient, showPartial } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { ImagingReportResolvers, PatientResolvers } from '../../generated/resolvers.ts';
import { imagingReport } from './table.ts';

export type ImagingReportModel = Shown<typeof imagingReport>;

const idOf = recordIds('img-rep');

/** Latest first. */
const rows = rowsByPatient(
  statement(
    query
      .select(shownColumns(imagingReport))
      .from(imagingReport)
      .where(sql`${imagingReport.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(sql`${imagingReport.reportedOn} desc nulls last`, imagingReport.id),
  ),
);

const ImagingReport: ImagingReportResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  what: ({ system, code, display }) => codedTerm(system, code, display),
  date: ({ reportedOn, reportedPrecision }) => showPartial(reportedOn, reportedPrecision),
  text: ({ reportText }) => reportText,
};

const Patient: PatientResolvers = {
  imagingReports: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Patient, ImagingReport };
