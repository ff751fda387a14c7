import type { Shown } from '@nodp/database/tables';
import { dateOf, plainCode, recordIds } from '@nodp/graph';
import type { ComorbidityResolvers, PatientResolvers } from '../../generated/resolvers.ts';
import { comorbidityRows } from './rows.ts';
import type { comorbidity } from './table.ts';

export type ComorbidityModel = Shown<typeof comorbidity>;

const idOf = recordIds('com');

const Comorbidity: ComorbidityResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  what: plainCode,
  onsetOn: dateOf('onset'),
  abatedOn: dateOf('abated'),
};

const Patient: PatientResolvers = {
  comorbidities: ({ patientId }, _, context) => context.once(comorbidityRows).load(patientId),
};

export const resolvers = { Patient, Comorbidity };
