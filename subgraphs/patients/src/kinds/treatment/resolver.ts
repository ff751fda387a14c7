import { query, statement } from '@nodp/database';
import { type Shown, shownColumns } from '@nodp/database/tables';
import {
  type Coded,
  coded,
  codedOrNull,
  codedTerm,
  encodeId,
  rowsByPatient,
  showPartial,
} from '@nodp/graph';
import { drug as drugOf } from '@nodp/terminology/drugs';
import { sql } from 'drizzle-orm';
import type { PatientResolvers, TreatmentResolvers } from '../../generated/resolvers.ts';
import { treatment } from './table.ts';

export type TreatmentModel = Shown<typeof treatment>;

/** By beginning. */
const rows = rowsByPatient(
  statement(
    query
      .select(shownColumns(treatment))
      .from(treatment)
      .where(sql`${treatment.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(treatment.startedOn, treatment.id),
  ),
);

/** As sent; under the drug's own name where the terminology knew the drug, whatever code it was sent with. */
const what = ({ system, code, display, drug }: TreatmentModel): Coded =>
  drug === null
    ? codedTerm(system, code, display)
    : coded(system, code, display, drugOf(drug)?.label ?? null);

const Treatment: TreatmentResolvers = {
  id: ({ patientId, id }) => encodeId('Treatment', patientId, id),
  what,
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

const Patient: PatientResolvers = {
  treatments: async ({ patientId }, { kinds }, context) => {
    const all = await context.once(rows).load(patientId);
    return kinds ? all.filter((row) => kinds.includes(row.kind)) : all;
  },
};

export const resolvers = { Patient, Treatment };
