import { createHash } from 'node:crypto';
import {
  type Precision,
  type StageReport,
  storedDate,
  storedSummary,
  summarise,
  type TumourReport,
} from '@nodp/oncology';
import type postgres from 'postgres';

const here = '01900000-0000-7000-8000-000000000001';
export const there = '01900000-0000-7000-8000-000000000002';
const submission = '01900000-0000-7000-8000-0000000000ff';

/** A UUID of a test's own word. */
export const idOf = (word: string): string =>
  createHash('md5')
    .update(word)
    .digest('hex')
    .replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');

type Values = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

interface Dated {
  readonly on: string | null;
  readonly precision: Precision | null;
}

/** A row of `patients.to_be_summarised`. */
interface Reports {
  readonly patient_id: string;
  readonly born_on: string | null;
  readonly born_precision: Precision | null;
  readonly tumours: readonly (Omit<TumourReport, 'diagnosed'> & Dated)[];
  readonly stages: readonly (Omit<StageReport, 'assessed'> & Dated)[];
}

/** Writes clinical rows as the owner, what every row carries filled in. */
export const clinicalPool = (sql: postgres.Sql) => {
  let serial = 0;
  const row = (table: string) => async (patient: string, values: Values) => {
    const source = `${table}-${++serial}`;
    const whole = {
      patient_id: idOf(patient),
      id: idOf(source),
      institution_id: here,
      source_type: 'Test',
      source_id: source,
      content_hash: source,
      submission_id: submission,
      ...values,
    };
    await sql`insert into ${sql(table)} ${sql(whole)}`;
  };
  return {
    institutions: () => sql`
      insert into basic.institution (id, code, name_en, name_zh, tier, region_code) values
        (${here}, 'H1', 'First Cancer Hospital', '第一肿瘤医院', 'NATIONAL', '110108'),
        (${there}, 'H2', 'Second Cancer Hospital', '第二肿瘤医院', 'PROVINCIAL', '440106')`,
    patient: async (patient: string, values: Values) => {
      const whole = {
        patient_id: idOf(patient),
        institution_id: here,
        submission_id: submission,
        content_hash: patient,
        sex: 'FEMALE',
        vital_status: 'ALIVE',
        ...values,
      };
      await sql`insert into patients.patient ${sql(whole)}`;
    },
    tumour: row('patients.tumour'),
    stage: row('patients.stage'),
    treatment: row('patients.treatment'),
    observation: row('patients.observation'),
    performance: row('patients.performance'),
    biomarker: row('specimens.biomarker'),
    variant: row('specimens.variant'),
    genomicTest: row('specimens.genomic_test'),
    diseaseStatus: row('followup.disease_status'),
    costItem: row('patients.cost_item'),
    screening: row('followup.screening'),
    /** What intake stores beside the records, once they are all written. */
    summarise: async () => {
      const rows = await sql<
        Reports[]
      >`select patient_id, born_on::text as born_on, born_precision, tumours, stages
        from patients.to_be_summarised`;
      const seen = rows.map(({ patient_id, born_on, born_precision, tumours, stages }) => ({
        patientId: patient_id,
        lastContactOn: null,
        summary: storedSummary(
          summarise({
            born: storedDate(born_on, born_precision),
            tumours: tumours.map((t) => ({ ...t, diagnosed: storedDate(t.on, t.precision) })),
            stages: stages.map((s) => ({ ...s, assessed: storedDate(s.on, s.precision) })),
          }),
        ),
      }));
      await sql`select patients.store_summaries(${JSON.stringify(seen)}::text::jsonb)`;
    },
  };
};
