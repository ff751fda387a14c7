import { query, statement } from '@nodp/database';
import { shownColumns } from '@nodp/database/tables';
import { rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { plan } from '../tables.ts';

/** A patient's plans, latest first. */
export const planRows = rowsByPatient(
  statement(
    query
      .select(shownColumns(plan))
      .from(plan)
      .where(sql`${plan.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(sql`${plan.startedOn} desc nulls last`, plan.id),
  ),
);
