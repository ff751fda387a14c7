import { query, sqlStatement, statement } from '@nodp/database';
import { shownColumns, shownOf } from '@nodp/database/tables';
import { recordByKey, rowsByPatient } from '@nodp/graph';
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { tumourAtDiagnosis } from '../../summary/table.ts';
import type { TumourModel } from './model.ts';
import { tumour } from './table.ts';

/** What is stored of a tumour at its diagnosis, beside its own columns. */
const { patientId, tumourId, ruleVersion, age, t, n, m, behaviour, caseId, ...atDiagnosis } =
  getTableColumns(tumourAtDiagnosis);
const atDiagnosisOf = sql.join(
  Object.values(atDiagnosis).map(({ name }) => sql`d.${sql.identifier(name)}`),
  sql`, `,
);

export const tumourRows = rowsByPatient(
  statement(
    query
      .select({ ...shownColumns(tumour), ...atDiagnosis })
      .from(tumour)
      .leftJoin(tumourAtDiagnosis, and(eq(patientId, tumour.patientId), eq(tumourId, tumour.id)))
      .where(sql`${tumour.patientId} = any(${sql.placeholder('ids')})`)
      .orderBy(tumour.kind, tumour.diagnosedOn, tumour.id),
  ),
);

export const tumourRow = recordByKey(
  sqlStatement<TumourModel>(sql`
    select ${shownOf(tumour, 't')}, ${atDiagnosisOf}
    from unnest(${sql.placeholder('patients')}::uuid[], ${sql.placeholder('ids')}::uuid[]) k (patient_id, id)
    join patients.tumour t using (patient_id, id)
    left join patients.tumour_at_diagnosis d on d.patient_id = t.patient_id and d.tumour_id = t.id`),
);
