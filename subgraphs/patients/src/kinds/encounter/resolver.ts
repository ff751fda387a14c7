import type { Shown } from '@nodp/database/tables';
import { plainCode, recordIds } from '@nodp/graph';
import type { EncounterResolvers, PatientResolvers } from '../../generated/resolvers.ts';
import { encounterRows } from './rows.ts';
import type { encounter } from './table.ts';

export type EncounterModel = Shown<typeof encounter>;

const idOf = recordIds('enc');

const Encounter: EncounterResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  what: plainCode,
};

const Patient: PatientResolvers = {
  encounters: async ({ patientId }, { first }, context) =>
    (await context.once(encounterRows).load(patientId)).slice(0, first ?? 100),
};

export const resolvers = { Patient, Encounter };
