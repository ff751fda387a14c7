import { query, statement } from '@nodp/database';
import { type Shown, shownColumns } from '@nodp/database/tables';
import { codedTerm, recordIds, rowsByPatient, showPartial } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { ComorbidityResolvers, PatientResolvers } from '../../generated/resolvers.ts';
import { comorbidity } from './table.ts';

export type ComorbidityModel = Shown<typeof comorbidity>;

const idOf = recordIds('com');

/** By date of onset. */
const rows = rowsByPatient(
  statement(
    query
      .select(shownColumns(comorbidity))
      .from(comorbidity)
      .where(sql`${comorbidity.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(comorbidity.onsetOn, comorbidity.id),
  ),
);

const Comorbidity: ComorbidityResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  what: ({ system, code, display }) => codedTerm(system, code, display),
  onsetOn: ({ onsetOn, onsetPrecision }) => showPartial(onsetOn, onsetPrecision),
  abatedOn: ({ abatedOn, abatedPrecision }) => showPartial(abatedOn, abatedPrecision),
};

const Patient: PatientResolvers = {
  comorbidities: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Patient, Comorbidity };
