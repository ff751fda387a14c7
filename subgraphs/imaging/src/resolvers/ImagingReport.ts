import { codedTerm, encodeId, showPartial } from '@nodp/graph';
import type { ImagingReportResolvers } from '../generated/resolvers.ts';

export const ImagingReport: ImagingReportResolvers = {
  id: ({ patientId, id }) => encodeId('ImagingReport', patientId, id),
  what: ({ system, code, display }) => codedTerm(system, code, display),
  date: ({ reportedOn, reportedPrecision }) => showPartial(reportedOn, reportedPrecision),
  text: ({ reportText }) => reportText,
};
