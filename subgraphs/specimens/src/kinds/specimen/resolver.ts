import { query, sqlStatement, statement } from '@nodp/database';
import { shownColumns, shownOf } from '@nodp/database/tables';
import {
  codedOrNull,
  codedTerm,
  decodePair,
  encodeId,
  recordByKey,
  rowsByPatient,
  showPartial,
} from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type {
  PatientResolvers,
  QueryResolvers,
  SpecimenResolvers,
} from '../../generated/resolvers.ts';
import type { SpecimenModel } from './model.ts';
import { specimen } from './table.ts';
import { aliquotsOf, parentOf } from './tree.ts';

const p = sql.placeholder;

/** By date. */
const rows = rowsByPatient(
  statement(
    query
      .select(shownColumns(specimen))
      .from(specimen)
      .where(sql`${specimen.patientId} = any(${p('ids')})`)
      .orderBy(specimen.collectedOn, specimen.id),
  ),
);

const row = recordByKey(
  sqlStatement<SpecimenModel>(sql`
    select ${shownOf(specimen, 's')} from unnest(${p('patients')}::uuid[], ${p('ids')}::uuid[]) k (patient_id, id)
    join specimens.specimen s using (patient_id, id)`),
);

const Specimen: SpecimenResolvers = {
  __resolveReference: ({ id }, context) => context.once(row).load(decodePair('Specimen', id)),
  id: ({ patientId, id }) => encodeId('Specimen', patientId, id),
  type: ({ typeSystem, typeCode, typeDisplay }) => codedTerm(typeSystem, typeCode, typeDisplay),
  bodySite: ({ bodySiteSystem, bodySiteCode, bodySiteDisplay }) =>
    codedOrNull(bodySiteSystem, bodySiteCode, bodySiteDisplay),
  collectedOn: ({ collectedOn, collectedPrecision }) =>
    showPartial(collectedOn, collectedPrecision),
  parent: async (specimen, _, context) =>
    specimen.parentSourceId === null
      ? null
      : parentOf(specimen, await context.once(rows).load(specimen.patientId)),
  aliquots: async (specimen, _, context) =>
    aliquotsOf(specimen, await context.once(rows).load(specimen.patientId)),
};

const Query: QueryResolvers = {
  specimen: (_, { id }, context) => context.once(row).load(decodePair('Specimen', id)),
};

const Patient: PatientResolvers = {
  specimens: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Query, Patient, Specimen };
