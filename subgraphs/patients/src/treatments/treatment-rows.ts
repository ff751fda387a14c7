import { query, statement } from '@nodp/database';
import { shownColumns } from '@nodp/database/tables';
import { rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { treatment } from '../tables.ts';

export const treatmentRows = rowsByPatient(
  statement(
    query
      .select(shownColumns(treatment))
      .from(treatment)
      .where(sql`${treatment.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(treatment.startedOn, treatment.id),
  ),
);
