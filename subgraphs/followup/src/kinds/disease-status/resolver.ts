import type { Shown } from '@nodp/database/tables';
import { dateOf, plainCode, recordIds, recordsOf } from '@nodp/graph';
import type { DiseaseStatusResolvers, PatientResolvers } from '../../generated/resolvers.ts';
import { diseaseStatus } from './table.ts';

export type DiseaseStatusModel = Shown<typeof diseaseStatus>;

const idOf = recordIds('dis');

/** By date. */
const rows = recordsOf(diseaseStatus, diseaseStatus.assessedOn);

const DiseaseStatus: DiseaseStatusResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  asSent: plainCode,
  date: dateOf('assessed'),
};

const Patient: PatientResolvers = {
  diseaseStatuses: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Patient, DiseaseStatus };
