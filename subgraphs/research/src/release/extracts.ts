/** What a release reads of the clinical pool: narrow, and without anything that names a person. */
export interface Extract {
  readonly name: string;
  /** Read by COPY, all of one snapshot. */
  readonly query: string;
  /** Columns of the file, as DuckDB types. */
  readonly columns: Readonly<Record<string, string>>;
}

/** Treatments that were given, or are being. */
const given = `status not in ('not-done', 'not-taken', 'entered-in-error', 'cancelled', 'draft', 'preparation', 'intended')`;

/** The longest first: two are read at a time. */
export const EXTRACTS: readonly Extract[] = [
  {
    name: 'observation',
    // Summed up where it lies: arrays are ordered by their first element, so that the least is the first.
    query: `select patient_id, code, unit, tests, first[2], last[2], lowest, highest, first[1]::bigint, last[1]::bigint
      from (select patient_id, code, normal_unit as unit, count(*) as tests,
          min(array[extract(epoch from at)::float8, normal_value]) as first,
          max(array[extract(epoch from at)::float8, normal_value]) as last,
          min(normal_value) as lowest, max(normal_value) as highest
        from patients.observation where category = 'tumour-marker' and normal_value is not null
        group by patient_id, code, normal_unit) series`,
    columns: {
      patient_id: 'uuid',
      code: 'varchar',
      unit: 'varchar',
      tests: 'integer',
      first_value: 'double',
      last_value: 'double',
      lowest: 'double',
      highest: 'double',
      first_at: 'bigint',
      last_at: 'bigint',
    },
  },
  {
    name: 'treatment',
    query: `select patient_id, kind, drug, coalesce(code, ''), intent_code, started_on, started_precision, ended_on,
        ended_precision, line, total_dose_centigray, fractions
      from patients.treatment where ${given}`,
    columns: {
      patient_id: 'uuid',
      kind: 'varchar',
      drug: 'varchar',
      code: 'varchar',
      intent_code: 'varchar',
      started_on: 'date',
      started_precision: 'varchar',
      ended_on: 'date',
      ended_precision: 'varchar',
      line: 'smallint',
      dose: 'double',
      fractions: 'smallint',
    },
  },
  {
    name: 'tumour',
    // Stage, TNM and age at diagnosis as they were decided when the records came.
    query: `select t.patient_id, institution_id, source_id, site_group, topography, morphology, grade, laterality,
        basis_of_diagnosis, diagnosed_on, diagnosed_precision, d.broad_stage, d.stage_group, d.classification, d.t, d.n, d.m, d.age
      from patients.tumour t
      left join patients.tumour_at_diagnosis d on d.patient_id = t.patient_id and d.tumour_id = t.id
      where kind = 'PRIMARY' and site_group is not null`,
    columns: {
      patient_id: 'uuid',
      institution_id: 'uuid',
      source_id: 'varchar',
      site_group: 'varchar',
      topography: 'varchar',
      morphology: 'varchar',
      grade: 'varchar',
      laterality: 'varchar',
      basis_of_diagnosis: 'varchar',
      diagnosed_on: 'date',
      diagnosed_precision: 'varchar',
      stage: 'varchar',
      stage_group: 'varchar',
      stage_basis: 'varchar',
      t: 'varchar',
      n: 'varchar',
      m: 'varchar',
      age: 'smallint',
    },
  },
  {
    name: 'biomarker',
    query: `select patient_id, system, code, display, finding, value, unit, tested_on, tested_precision
      from specimens.biomarker`,
    columns: {
      patient_id: 'uuid',
      system: 'varchar',
      code: 'varchar',
      display: 'varchar',
      finding: 'varchar',
      value: 'double',
      unit: 'varchar',
      tested_on: 'date',
      tested_precision: 'varchar',
    },
  },
  {
    name: 'patient',
    query: `select patient_id, sex, born_on, residence_code, vital_status, died_on, died_precision, last_contact_on,
        upper(left(cause_of_death_code, 3))
      from patients.patient`,
    columns: {
      patient_id: 'uuid',
      sex: 'varchar',
      born_on: 'date',
      residence: 'varchar',
      vital_status: 'varchar',
      died_on: 'date',
      died_precision: 'varchar',
      last_contact_on: 'date',
      cause: 'varchar',
    },
  },
  {
    name: 'disease_status',
    query: `select patient_id, trend, assessed_on, assessed_precision from followup.disease_status`,
    columns: {
      patient_id: 'uuid',
      trend: 'varchar',
      assessed_on: 'date',
      assessed_precision: 'varchar',
    },
  },
  {
    name: 'institution',
    query: `select id, left(region_code, 2) || '0000', tier from basic.institution`,
    columns: { id: 'uuid', province: 'varchar', tier: 'varchar' },
  },
];
