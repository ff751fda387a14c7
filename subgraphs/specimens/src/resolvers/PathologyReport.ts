import { encodeId, showPartial } from '@nodp/graph';
import type { PathologyReportResolvers } from '../generated/resolvers.ts';
import { codedTerm } from '../terms.ts';

export const PathologyReport: PathologyReportResolvers = {
  id: ({ patientId, id }) => encodeId('PathologyReport', patientId, id),
  what: ({ system, code, display }) => codedTerm(system, code, display),
  date: ({ reportedOn, reportedPrecision }) => showPartial(reportedOn, reportedPrecision),
  text: ({ reportText }) => reportText,
};
