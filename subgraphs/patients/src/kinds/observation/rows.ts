import { sqlStatement } from '@nodp/database';
import { type Shown, shownOf } from '@nodp/database/tables';
import { rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { observation } from './table.ts';

/** The latest 1,000 results of each analyte, by time. */
export const observationRows = rowsByPatient(
  sqlStatement<Shown<typeof observation>>(sql`
    select ${shownOf(observation, 'latest')} from (
      select ${shownOf(observation, 'o')}, row_number() over (partition by patient_id, code order by at desc) as age
      from patients.observation o where patient_id = any(${sql.placeholder('ids')})
    ) latest where age <= 1000 order by patient_id, category, code, at, id`),
);
