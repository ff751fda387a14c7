import { query, statement } from '@nodp/database';
import { shownColumns } from '@nodp/database/tables';
import { rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { diseaseStatus } from '../tables.ts';

/** How a patient's disease stood, by date. */
export const diseaseStatusRows = rowsByPatient(
  statement(
    query
      .select(shownColumns(diseaseStatus))
      .from(diseaseStatus)
      .where(sql`${diseaseStatus.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(diseaseStatus.assessedOn, diseaseStatus.id),
  ),
);
