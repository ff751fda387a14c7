import { query, statement } from '@nodp/database';
import { type Shown, shownColumns } from '@nodp/database/tables';
import { codedOrNull, codedTerm, recordIds, rowsByPatient, showPartial } from '@nodp/graph';
import { findingLabel } from '@nodp/terminology/biomarkers';
import { sql } from 'drizzle-orm';
import type { BiomarkerResolvers, PatientResolvers } from '../../generated/resolvers.ts';
import { biomarker } from './table.ts';

export type BiomarkerModel = Shown<typeof biomarker>;

const idOf = recordIds('bio');

/** Latest first. */
const rows = rowsByPatient(
  statement(
    query
      .select(shownColumns(biomarker))
      .from(biomarker)
      .where(sql`${biomarker.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(sql`${biomarker.testedOn} desc nulls last`, biomarker.id),
  ),
);

const Biomarker: BiomarkerResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  what: ({ system, code, display }) => codedTerm(system, code, display),
  result: ({ resultSystem, resultCode, resultDisplay }) =>
    codedOrNull(resultSystem, resultCode, resultDisplay),
  findingLabel: ({ code, display, finding }) => findingLabel(code, display, finding),
  amount: ({ value, comparator, unit }) => (value === null ? null : { value, comparator, unit }),
  date: ({ testedOn, testedPrecision }) => showPartial(testedOn, testedPrecision),
};

const Patient: PatientResolvers = {
  biomarkers: ({ patientId }, _, context) => context.once(rows).load(patientId),
};

export const resolvers = { Patient, Biomarker };
