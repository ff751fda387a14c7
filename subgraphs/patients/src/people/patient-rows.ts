import { query, statement } from '@nodp/database';
import { shownColumns } from '@nodp/database/tables';
import { rowByPatient, rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { comorbidity, encounter, patient, performance } from '../tables.ts';

const ids = sql.placeholder('ids');

export const patientRow = rowByPatient(
  statement(query.select().from(patient).where(sql`${patient.patientId} = any(${ids})`)),
);

export const performanceRows = rowsByPatient(
  statement(
    query
      .select(shownColumns(performance))
      .from(performance)
      .where(sql`${performance.patientId} = any(${ids})`)
      .orderBy(performance.at, performance.id),
  ),
);

export const comorbidityRows = rowsByPatient(
  statement(
    query
      .select(shownColumns(comorbidity))
      .from(comorbidity)
      .where(sql`${comorbidity.patientId} = any(${ids})`)
      .orderBy(comorbidity.onsetOn, comorbidity.id),
  ),
);

export const encounterRows = rowsByPatient(
  statement(
    query
      .select(shownColumns(encounter))
      .from(encounter)
      .where(sql`${encounter.patientId} = any(${ids})`)
      .orderBy(sql`${encounter.startedAt} desc nulls last`, encounter.id),
  ),
);
