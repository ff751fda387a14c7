import { sqlStatement } from '@nodp/database';
import { rowsByPatient } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { TumourModel } from './model.ts';

/** A result of the stain for p16, as `patients.p16_of` gives it. */
export interface P16Row {
  readonly patientId: string;
  readonly institutionId: string;
  readonly tumourSourceId: string | null;
  readonly code: string | null;
  readonly display: string | null;
  readonly finding: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly comparator: string | null;
  readonly testedOn: string | null;
  readonly testedPrecision: TumourModel['diagnosedPrecision'];
}

/** Results that name p16: by it an oropharynx is staged. */
export const p16Rows = rowsByPatient(
  sqlStatement<P16Row>(sql`
    select patient_id as "patientId", institution_id as "institutionId", tumour_source_id as "tumourSourceId", code, display,
      finding, value, unit, comparator, tested_on::text as "testedOn", tested_precision as "testedPrecision"
    from patients.p16_of(${sql.placeholder('ids')})`),
);
