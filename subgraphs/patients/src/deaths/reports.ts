import { sqlStatement } from '@nodp/database';
import { rowsByPatient, type SubgraphContext, showPartial } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { DeathReportModel } from '../models.ts';
import { patientRow } from '../people/patient-rows.ts';

type Precision = 'day' | 'month' | 'year';

const rows = rowsByPatient(
  sqlStatement<{
    patientId: string;
    institutionId: string;
    diedOn: string;
    diedPrecision: Precision;
    fromRegister: boolean;
  }>(sql`
    select distinct on (r.patient_id, r.died_on, r.died_precision, r.institution_id) r.patient_id, r.institution_id,
      r.died_on::text, r.died_precision, r.source_id like '%-register-%' as from_register
    from patients.vital_status_report r
    where r.patient_id = any(${sql.placeholder('ids')}::uuid[]) and r.vital_status = 'DEAD' and r.died_on is not null
    order by r.patient_id, r.died_on, r.died_precision, r.institution_id, from_register`),
);

/** Dates of death that stand of a patient, each once for an institution; none of who lives. */
export const deathReportsOf = async (
  patientId: string,
  context: SubgraphContext,
): Promise<DeathReportModel[]> => {
  const patient = await context.once(patientRow).load(patientId);
  if (patient?.vitalStatus !== 'DEAD') return [];
  const shown = showPartial(patient.diedOn, patient.diedPrecision);
  return (await context.once(rows).load(patientId)).flatMap((row) => {
    const date = showPartial(row.diedOn, row.diedPrecision);
    return date === null
      ? []
      : [
          {
            ...{ date, fromRegister: row.fromRegister, shown: date === shown },
            institution: { institutionId: row.institutionId },
          },
        ];
  });
};
