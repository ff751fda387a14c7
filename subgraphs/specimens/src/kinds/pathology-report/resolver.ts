import type { Shown } from '@nodp/database/tables';
import { dateOf, latestFirst, plainCode, recordIds, recordsOf } from '@nodp/graph';
import type { PathologyReportResolvers, PatientResolvers } from '../../generated/resolvers.ts';
import { pathologyReport } from './table.ts';

export type PathologyReportModel = Shown<typeof pathologyReport>;

const idOf = recordIds('pat-rep');

/** Latest first. */
const rows = recordsOf(pathologyReport, latestFirst(pathologyReport.reportedOn));

const PathologyReport: PathologyReportResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  what: plainCode,
  date: dateOf('reported'),
  text: ({ reportText }) => reportText,
};

const Patient: PatientResolvers = {
  pathologyReports: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Patient, PathologyReport };
