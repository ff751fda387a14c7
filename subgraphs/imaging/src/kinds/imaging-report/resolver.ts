import type { Shown } from '@nodp/database/tables';
import { dateOf, latestFirst, plainCode, recordIds, recordsOf } from '@nodp/graph';
import type { ImagingReportResolvers, PatientResolvers } from '../../generated/resolvers.ts';
import { imagingReport } from './table.ts';

export type ImagingReportModel = Shown<typeof imagingReport>;

const idOf = recordIds('img-rep');

/** Latest first. */
const rows = recordsOf(imagingReport, latestFirst(imagingReport.reportedOn));

const ImagingReport: ImagingReportResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  what: plainCode,
  date: dateOf('reported'),
  text: ({ reportText }) => reportText,
};

const Patient: PatientResolvers = {
  imagingReports: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Patient, ImagingReport };
