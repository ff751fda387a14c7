import { codedTerm, encodeId, showPartial } from '@nodp/graph';
import type { PathologyReportResolvers } from '../generated/resolvers.ts';

export const PathologyReport: PathologyReportResolvers = {
  id: ({ patientId, id }) => encodeId('PathologyReport', patientId, id),
  what: ({ system, code, display }) => codedTerm(system, code, display),
  date: ({ reportedOn, reportedPrecision }) => showPartial(reportedOn, reportedPrecision),
  text: ({ reportText }) => reportText,
};
