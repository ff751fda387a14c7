import type { Shown } from '@nodp/database/tables';
import { latestFirst, plainCode, recordIds, recordsOf } from '@nodp/graph';
import type { EncounterResolvers, PatientResolvers } from '../../generated/resolvers.ts';
import { encounter } from './table.ts';

export type EncounterModel = Shown<typeof encounter>;

const idOf = recordIds('enc');

/** Latest first. */
const rows = recordsOf(encounter, latestFirst(encounter.startedAt));

const Encounter: EncounterResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  what: plainCode,
};

const Patient: PatientResolvers = {
  encounters: async ({ patientId }, { first }, context) =>
    (await context.once(rows).load(patientId)).slice(0, first ?? 100),
};

export const resolvers = { Patient, Encounter };
