import { sqlStatement } from '@nodp/database';
import { rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { observation } from '../tables.ts';

/** The latest 1,000 results of each analyte, by time. */
export const observationRows = rowsByPatient(
  sqlStatement<typeof observation.$inferSelect>(sql`
    select * from (
      select o.*, row_number() over (partition by patient_id, code order by at desc) as age
      from patients.observation o where patient_id = any(${sql.placeholder('ids')})
    ) latest where age <= 1000 order by patient_id, category, code, at, id`),
);
