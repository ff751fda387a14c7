import type { Shown } from '@nodp/database/tables';
import { dateOf, plainCode, recordIds, recordsOf } from '@nodp/graph';
import type { ComorbidityResolvers, PatientResolvers } from '../../generated/resolvers.ts';
import { comorbidity } from './table.ts';

export type ComorbidityModel = Shown<typeof comorbidity>;

const idOf = recordIds('com');

/** By date of onset. */
const rows = recordsOf(comorbidity, comorbidity.onsetOn);

const Comorbidity: ComorbidityResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  what: plainCode,
  onsetOn: dateOf('onset'),
  abatedOn: dateOf('abated'),
};

const Patient: PatientResolvers = {
  comorbidities: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Patient, Comorbidity };
