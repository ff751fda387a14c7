import { codedOrNull, codedTerm, decodePair, encodeId, showPartial } from '@nodp/graph';
import type { SpecimenResolvers } from '../generated/resolvers.ts';
import { specimenRow, specimenRows } from '../specimens/specimen-rows.ts';
import { aliquotsOf, parentOf } from '../specimens/tree.ts';

export const Specimen: SpecimenResolvers = {
  __resolveReference: ({ id }, context) =>
    context.once(specimenRow).load(decodePair('Specimen', id)),
  id: ({ patientId, id }) => encodeId('Specimen', patientId, id),
  type: ({ typeSystem, typeCode, typeDisplay }) => codedTerm(typeSystem, typeCode, typeDisplay),
  bodySite: ({ bodySiteSystem, bodySiteCode, bodySiteDisplay }) =>
    codedOrNull(bodySiteSystem, bodySiteCode, bodySiteDisplay),
  collectedOn: ({ collectedOn, collectedPrecision }) =>
    showPartial(collectedOn, collectedPrecision),
  parent: async (specimen, _, context) =>
    specimen.parentSourceId === null
      ? null
      : parentOf(specimen, await context.once(specimenRows).load(specimen.patientId)),
  aliquots: async (specimen, _, context) =>
    aliquotsOf(specimen, await context.once(specimenRows).load(specimen.patientId)),
};
