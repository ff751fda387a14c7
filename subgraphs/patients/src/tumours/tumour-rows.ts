import { query, sqlStatement, statement } from '@nodp/database';
import { type Shown, shownColumns, shownOf } from '@nodp/database/tables';
import { recordByKey, rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { stage, tumour } from '../tables.ts';

export const tumourRows = rowsByPatient(
  statement(
    query
      .select(shownColumns(tumour))
      .from(tumour)
      .where(sql`${tumour.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(tumour.kind, tumour.diagnosedOn, tumour.id),
  ),
);

export const tumourRow = recordByKey(
  sqlStatement<Shown<typeof tumour>>(sql`
    select ${shownOf(tumour, 't')} from unnest(${sql.placeholder('patients')}::uuid[], ${sql.placeholder('ids')}::uuid[]) k (patient_id, id)
    join patients.tumour t using (patient_id, id)`),
);

export const stageRows = rowsByPatient(
  statement(
    query
      .select(shownColumns(stage))
      .from(stage)
      .where(sql`${stage.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(stage.assessedOn, stage.axis, stage.id),
  ),
);
