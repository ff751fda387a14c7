import { query, statement } from '@nodp/database';
import { shownColumns } from '@nodp/database/tables';
import { rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { imagingReport } from '../tables.ts';

/** A patient's imaging reports, latest first. */
export const reportRows = rowsByPatient(
  statement(
    query
      .select(shownColumns(imagingReport))
      .from(imagingReport)
      .where(sql`${imagingReport.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(sql`${imagingReport.reportedOn} desc nulls last`, imagingReport.id),
  ),
);
