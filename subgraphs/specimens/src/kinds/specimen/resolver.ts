import { codeOf, codeOrNullOf, dateOf, decodePair, encodeId, recordOf } from '@nodp/graph';
import type {
  PatientResolvers,
  QueryResolvers,
  SpecimenResolvers,
} from '../../generated/resolvers.ts';
import { specimenRows } from './rows.ts';
import { specimen } from './table.ts';
import { aliquotsOf, parentOf } from './tree.ts';

const row = recordOf(specimen);

const Specimen: SpecimenResolvers = {
  __resolveReference: ({ id }, context) => context.once(row).load(decodePair('Specimen', id)),
  id: ({ patientId, id }) => encodeId('Specimen', patientId, id),
  type: codeOf('type'),
  bodySite: codeOrNullOf('bodySite'),
  collectedOn: dateOf('collected'),
  parent: async (specimen, _, context) =>
    specimen.parentSourceId === null
      ? null
      : parentOf(specimen, await context.once(specimenRows).load(specimen.patientId)),
  aliquots: async (specimen, _, context) =>
    aliquotsOf(specimen, await context.once(specimenRows).load(specimen.patientId)),
};

const Query: QueryResolvers = {
  specimen: (_, { id }, context) => context.once(row).load(decodePair('Specimen', id)),
};

const Patient: PatientResolvers = {
  specimens: ({ patientId }, _, context) => context.once(specimenRows).load(patientId),
};

export const resolvers = { Query, Patient, Specimen };
