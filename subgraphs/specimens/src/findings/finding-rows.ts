import { query, statement } from '@nodp/database';
import { shownColumns } from '@nodp/database/tables';
import { rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import { biomarker, pathologyReport } from '../tables.ts';

const ids = sql.placeholder('ids');

/** Pathology and laboratory reports of a patient, latest first. */
export const pathologyReportRows = rowsByPatient(
  statement(
    query
      .select(shownColumns(pathologyReport))
      .from(pathologyReport)
      .where(sql`${pathologyReport.patientId} = any(${ids})`)
      .orderBy(sql`${pathologyReport.reportedOn} desc nulls last`, pathologyReport.id),
  ),
);

/** Molecular and immunohistochemical results of a patient, latest first. */
export const biomarkerRows = rowsByPatient(
  statement(
    query
      .select(shownColumns(biomarker))
      .from(biomarker)
      .where(sql`${biomarker.patientId} = any(${ids})`)
      .orderBy(sql`${biomarker.testedOn} desc nulls last`, biomarker.id),
  ),
);
