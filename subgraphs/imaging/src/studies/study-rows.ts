import { query, sqlStatement, statement } from '@nodp/database';
import { shownColumns, shownOf } from '@nodp/database/tables';
import { recordByKey, rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { ImagingStudyModel } from '../models.ts';
import { study } from '../tables.ts';

const p = sql.placeholder;

/** A patient's studies, latest first. */
export const studyRows = rowsByPatient(
  statement(
    query
      .select(shownColumns(study))
      .from(study)
      .where(sql`${study.patientId} = any(${p('ids')})`)
      .orderBy(sql`${study.startedAt} desc nulls last`, study.id),
  ),
);

export const studyRow = recordByKey(
  sqlStatement<ImagingStudyModel>(sql`
    select ${shownOf(study, 's')} from unnest(${p('patients')}::uuid[], ${p('ids')}::uuid[]) k (patient_id, id)
    join imaging.study s using (patient_id, id)`),
);
