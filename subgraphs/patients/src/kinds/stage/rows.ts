import { query, statement } from '@nodp/database';
import { shownColumns } from '@nodp/database/tables';
import { rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { stage } from './table.ts';

/** A patient's stages and categories, of whichever tumour, by date. */
export const stageRows = rowsByPatient(
  statement(
    query
      .select(shownColumns(stage))
      .from(stage)
      .where(sql`${stage.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(stage.assessedOn, stage.axis, stage.id),
  ),
);
