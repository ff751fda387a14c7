import { query, statement } from '@nodp/database';
import { shownColumns } from '@nodp/database/tables';
import { rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { contact } from '../tables.ts';

/** A patient's contacts made and due, latest first. */
export const contactRows = rowsByPatient(
  statement(
    query
      .select(shownColumns(contact))
      .from(contact)
      .where(sql`${contact.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(sql`${contact.at} desc nulls last`, contact.id),
  ),
);
