import { type Session, sqlStatement } from '@nodp/database';
import type { StoredRecord } from '@nodp/intake';
import { type Precision, storedDate } from '@nodp/oncology';
import type { Comparator, Source } from '@nodp/record';
import type { BasisOfDiagnosis } from '@nodp/terminology/basis-of-diagnosis';
import { type SQL, sql } from 'drizzle-orm';

interface Row {
  readonly patientId: string;
  readonly submissionId: string;
  readonly sourceType: string;
  readonly sourceId: string;
}

/** Rows of patients that the session's institution sent. */
const rowsOf = <R>(table: SQL, columns: SQL) =>
  sqlStatement<Row & R>(sql`
    select patient_id, submission_id, source_type, source_id, ${columns} from ${table}
    where patient_id = any(${sql.placeholder('ids')}::uuid[])
      and institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)`);

const tumours = rowsOf<{
  readonly kind: 'PRIMARY' | 'SECONDARY';
  readonly siteGroup: string | null;
  readonly topography: string | null;
  readonly morphology: string | null;
  readonly basisOfDiagnosis: BasisOfDiagnosis | null;
  readonly grade: string | null;
  readonly diagnosedOn: string | null;
  readonly diagnosedPrecision: Precision | null;
}>(
  sql.raw('patients.tumour'),
  sql.raw(
    'kind, site_group, topography, morphology, basis_of_diagnosis, grade, diagnosed_on, diagnosed_precision',
  ),
);

const stages = rowsOf<{
  readonly assessedOn: string | null;
  readonly assessedPrecision: Precision | null;
}>(sql.raw('patients.stage'), sql.raw('assessed_on, assessed_precision'));

const treatments = rowsOf<{
  readonly kind: 'SURGERY' | 'RADIOTHERAPY' | 'SYSTEMIC' | 'OTHER';
  readonly startedOn: string | null;
  readonly startedPrecision: Precision | null;
  readonly tumourSourceId: string | null;
}>(sql.raw('patients.treatment'), sql.raw('kind, started_on, started_precision, tumour_source_id'));

const observations = rowsOf<{
  readonly at: string;
  readonly system: string | null;
  readonly code: string;
  readonly display: string | null;
  readonly value: number | null;
  readonly comparator: Comparator | null;
  readonly unit: string | null;
  readonly normalValue: number | null;
  readonly normalUnit: string | null;
  readonly tumourSourceId: string | null;
  readonly tumourGrade: string | null;
  readonly tumourMorphology: string | null;
}>(
  sql.raw('patients.observation'),
  sql.raw(
    'at, system, code, display, value, comparator, unit, normal_value, normal_unit, tumour_source_id, tumour_grade, tumour_morphology',
  ),
);

const sourceOf = ({ sourceType, sourceId }: Row): Source => ({
  type: sourceType,
  id: sourceId,
  entry: '',
});

const whose = ({ patientId, submissionId }: Row) => ({ patientId, submissionId });

/** What of the pool an edit may hold, as edits see it: records of patients that the session's institution sent. */
export const storedRecords = async (
  session: Session,
  patientIds: readonly string[],
): Promise<readonly StoredRecord[]> => {
  const of = { ids: [...patientIds] };
  return [
    ...(await session.run(tumours, of)).map(
      (r): StoredRecord => ({
        ...whose(r),
        record: {
          kind: 'tumour',
          source: sourceOf(r),
          spread: r.kind,
          siteGroup: r.siteGroup,
          topography: r.topography,
          morphology: r.morphology,
          basisOfDiagnosis: r.basisOfDiagnosis,
          grade: r.grade,
          diagnosed: storedDate(r.diagnosedOn, r.diagnosedPrecision),
        },
      }),
    ),
    ...(await session.run(stages, of)).map(
      (r): StoredRecord => ({
        ...whose(r),
        record: {
          kind: 'stage',
          source: sourceOf(r),
          assessed: storedDate(r.assessedOn, r.assessedPrecision),
        },
      }),
    ),
    ...(await session.run(treatments, of)).map(
      (r): StoredRecord => ({
        ...whose(r),
        record: {
          kind: 'treatment',
          source: sourceOf(r),
          what: r.kind,
          started: storedDate(r.startedOn, r.startedPrecision),
          tumour: r.tumourSourceId,
        },
      }),
    ),
    ...(await session.run(observations, of)).map(
      (r): StoredRecord => ({
        ...whose(r),
        record: {
          kind: 'observation',
          source: sourceOf(r),
          at: new Date(r.at).toISOString(),
          what: { system: r.system, code: r.code, display: r.display },
          value:
            r.value === null
              ? null
              : {
                  value: r.value,
                  comparator: r.comparator,
                  unit: r.unit,
                  normal:
                    r.normalValue === null || r.normalUnit === null
                      ? null
                      : { value: r.normalValue, unit: r.normalUnit },
                },
          tumour: r.tumourSourceId,
          finding:
            r.tumourGrade === null && r.tumourMorphology === null
              ? null
              : { grade: r.tumourGrade, morphology: r.tumourMorphology },
        },
      }),
    ),
  ];
};
