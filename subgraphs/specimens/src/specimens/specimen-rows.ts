import { query, sqlStatement, statement } from '@nodp/database';
import { shownColumns, shownOf } from '@nodp/database/tables';
import { recordByKey, rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { SpecimenModel } from '../models.ts';
import { specimen } from '../tables.ts';

const p = sql.placeholder;

/** Everything taken from a patient, by date. */
export const specimenRows = rowsByPatient(
  statement(
    query
      .select(shownColumns(specimen))
      .from(specimen)
      .where(sql`${specimen.patientId} = any(${p('ids')})`)
      .orderBy(specimen.collectedOn, specimen.id),
  ),
);

export const specimenRow = recordByKey(
  sqlStatement<SpecimenModel>(sql`
    select ${shownOf(specimen, 's')} from unnest(${p('patients')}::uuid[], ${p('ids')}::uuid[]) k (patient_id, id)
    join specimens.specimen s using (patient_id, id)`),
);
