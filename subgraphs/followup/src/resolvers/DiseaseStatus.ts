import { codedTerm, encodeId, showPartial } from '@nodp/graph';
import type { DiseaseStatusResolvers } from '../generated/resolvers.ts';

export const DiseaseStatus: DiseaseStatusResolvers = {
  id: ({ patientId, id }) => encodeId('DiseaseStatus', patientId, id),
  asSent: ({ system, code, display }) => codedTerm(system, code, display),
  date: ({ assessedOn, assessedPrecision }) => showPartial(assessedOn, assessedPrecision),
};
