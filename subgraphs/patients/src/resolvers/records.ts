import { codedOrNull, codedTerm, encodeId, showPartial } from '@nodp/graph';
import type { StageResolvers, TreatmentResolvers } from '../generated/resolvers.ts';
import { drugTerm } from '../terms.ts';

export const Stage: StageResolvers = {
  id: ({ patientId, id }) => encodeId('Stage', patientId, id),
  asSent: ({ sentSystem, sentCode, sentDisplay }) => codedTerm(sentSystem, sentCode, sentDisplay),
  date: ({ assessedOn, assessedPrecision }) => showPartial(assessedOn, assessedPrecision),
  institution: ({ institutionId }) => ({ institutionId }),
};

export const Treatment: TreatmentResolvers = {
  id: ({ patientId, id }) => encodeId('Treatment', patientId, id),
  what: ({ system, code, display, drug }) => drugTerm(system, code, display, drug),
  startedOn: ({ startedOn, startedPrecision }) => showPartial(startedOn, startedPrecision),
  endedOn: ({ endedOn, endedPrecision }) => showPartial(endedOn, endedPrecision),
  intent: ({ intentSystem, intentCode, intentDisplay }) =>
    codedOrNull(intentSystem, intentCode, intentDisplay),
  dose: ({ doseValue, doseUnit }) =>
    doseValue === null ? null : { value: doseValue, comparator: null, unit: doseUnit },
  bodySite: ({ bodySiteSystem, bodySiteCode, bodySiteDisplay }) =>
    codedOrNull(bodySiteSystem, bodySiteCode, bodySiteDisplay),
  modality: ({ modalitySystem, modalityCode, modalityDisplay }) =>
    codedOrNull(modalitySystem, modalityCode, modalityDisplay),
  technique: ({ techniqueSystem, techniqueCode, techniqueDisplay }) =>
    codedOrNull(techniqueSystem, techniqueCode, techniqueDisplay),
  institution: ({ institutionId }) => ({ institutionId }),
};
