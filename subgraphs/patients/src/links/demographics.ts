import type { PersonIdentity } from '@nodp/database';
import { sqlStatement } from '@nodp/database';
import { rowsByPatient } from '@nodp/graph';
import type { Precision } from '@nodp/oncology';
import { sql } from 'drizzle-orm';
import type { Sex, VitalStatus } from '../generated/resolvers.ts';

/** What an institution says of a patient, as far as row-level security shows it. */
export interface DemographicsRow {
  readonly patientId: string;
  readonly institutionId: string;
  readonly ciphertext: Uint8Array | null;
  readonly sex: Sex;
  readonly bornOn: string | null;
  readonly bornPrecision: Precision | null;
  readonly recordedAt: string;
  readonly registrar: boolean;
  readonly vitalStatus: VitalStatus | null;
  readonly diedOn: string | null;
  readonly diedPrecision: Precision | null;
}

/** The registrar's statement first, then by institution. */
export const demographicsRows = rowsByPatient(
  sqlStatement<DemographicsRow>(sql`
    select d.patient_id, d.institution_id, i.ciphertext, d.sex, d.born_on, d.born_precision, d.recorded_at,
      d.institution_id = p.institution_id as registrar, r.vital_status, r.died_on, r.died_precision
    from patients.demographics d join patients.patient p on p.patient_id = d.patient_id
    left join patients.identity i on i.patient_id = d.patient_id and i.institution_id = d.institution_id
    left join lateral (select r.vital_status, r.died_on, r.died_precision from patients.vital_status_report r
      where r.patient_id = d.patient_id and r.institution_id = d.institution_id
      order by r.vital_status = 'DEAD' desc, r.died_on is null, r.recorded_at desc, r.source_type, r.source_id limit 1) r on true
    where d.patient_id = any(${sql.placeholder('ids')})
    order by d.patient_id, registrar desc, d.institution_id`),
);

/** Opened only where it is asked for. */
export const nameOf = (open: (sealed: Uint8Array) => Buffer, sealed: Uint8Array | null): string =>
  sealed === null ? '' : (JSON.parse(open(sealed).toString('utf8')) as PersonIdentity).name;
