import { query, statement } from '@nodp/database';
import { rowByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { patient } from '../tables.ts';

const ids = sql.placeholder('ids');

export const patientRow = rowByPatient(
  statement(query.select().from(patient).where(sql`${patient.patientId} = any(${ids})`)),
);
