/** DuckDB types of the columns of an extract. */
export type InputType = 'uuid' | 'varchar' | 'date' | 'smallint' | 'integer' | 'bigint' | 'double';

/**
 * What a release is derived from: extracts of the clinical pool, narrow, and without anything that names a
 * person. Each subgraph gives those of its own tables (`src/release.ts`); `ReleaseExtracts` is complete or does
 * not compile. The longest stand first: two are read at a time.
 */
export const RELEASE_INPUTS = {
  /** Results of laboratory tests and tumour markers in the usual unit of the analyte. Instants are seconds since 1970. */
  result: { patient_id: 'uuid', code: 'varchar', value: 'double', at: 'bigint' },
  /** Tumour markers: one row a patient, analyte and unit. Instants are seconds since 1970. */
  observation: {
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
  /** Treatments that were given, or are being. */
  treatment: {
    patient_id: 'uuid',
    kind: 'varchar',
    drug: 'varchar',
    code: 'varchar',
    display: 'varchar',
    intent_code: 'varchar',
    started_on: 'date',
    started_precision: 'varchar',
    ended_on: 'date',
    ended_precision: 'varchar',
    line: 'smallint',
    /** cGy. */
    dose: 'double',
    fractions: 'integer',
    institution_id: 'uuid',
    /** Of the tumour it was given for, by that institution. */
    tumour_source_id: 'varchar',
    body_site_system: 'varchar',
    body_site_code: 'varchar',
    /** The sender's key of the treatment. */
    source_id: 'varchar',
  },
  /** Reports of primaries; stage, TNM and age at diagnosis, behaviour and case as they were decided when the records came. */
  tumour: {
    patient_id: 'uuid',
    id: 'uuid',
    institution_id: 'uuid',
    source_id: 'varchar',
    site_group: 'varchar',
    topography: 'varchar',
    morphology: 'varchar',
    /** A histology in words, where no code of the terminology says it. */
    histology_sent: 'varchar',
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
    behaviour: 'varchar',
    mode_of_detection: 'varchar',
    /** When it was first received. */
    received_on: 'date',
    /** The report that says what the case is that this one is of. */
    case_id: 'uuid',
  },
  biomarker: {
    patient_id: 'uuid',
    system: 'varchar',
    code: 'varchar',
    display: 'varchar',
    finding: 'varchar',
    value: 'double',
    unit: 'varchar',
    tested_on: 'date',
    tested_precision: 'varchar',
    institution_id: 'uuid',
    /** Of the tumour that was tested, by that institution. */
    tumour_source_id: 'varchar',
  },
  /** Genes whose sequence was read, one row a gene and test. */
  genomic_test: {
    patient_id: 'uuid',
    /** HGNC symbol. */
    gene: 'varchar',
    tested_on: 'date',
    tested_precision: 'varchar',
    institution_id: 'uuid',
    tumour_source_id: 'varchar',
  },
  /** Changes of genes that were found or looked for. */
  variant: {
    patient_id: 'uuid',
    gene_code: 'varchar',
    gene_display: 'varchar',
    partner_code: 'varchar',
    partner_display: 'varchar',
    variant_kind: 'varchar',
    presence: 'varchar',
    /** HGVS, as sent. */
    protein: 'varchar',
    /** 1 where the result names a change, of the protein or the DNA. */
    named: 'smallint',
    /** 0 to 1. */
    allele_fraction: 'double',
    origin: 'varchar',
    tested_on: 'date',
    tested_precision: 'varchar',
    institution_id: 'uuid',
    tumour_source_id: 'varchar',
  },
  patient: {
    patient_id: 'uuid',
    sex: 'varchar',
    born_on: 'date',
    born_precision: 'varchar',
    /** Province, GB/T 2260. */
    residence: 'varchar',
    vital_status: 'varchar',
    died_on: 'date',
    died_precision: 'varchar',
    last_contact_on: 'date',
    /** The category (three characters) of an ICD-10 cause of death. */
    cause: 'varchar',
  },
  disease_status: {
    patient_id: 'uuid',
    trend: 'varchar',
    assessed_on: 'date',
    assessed_precision: 'varchar',
  },
  /** Lines of bills in CNY that count, with a day that is known. */
  cost_item: {
    patient_id: 'uuid',
    institution_id: 'uuid',
    /** The sender's key of the condition that it was for. */
    condition_source_id: 'varchar',
    served_on: 'date',
    /** Fen, a hundredth of a yuan. */
    amount: 'bigint',
    /** Fen; what nobody said is missing. */
    patient_paid: 'bigint',
  },
  /** Volumes of courses of radiotherapy that were given, with days that are known. */
  radiotherapy_volume: {
    patient_id: 'uuid',
    institution_id: 'uuid',
    /** The sender's key of the treatment. */
    course_source_id: 'varchar',
    site_system: 'varchar',
    site_code: 'varchar',
    site_display: 'varchar',
    /** Names of the lesions in it, as JSON. */
    lesions: 'varchar',
    started_on: 'date',
    ended_on: 'date',
  },
  /** Lesions as they were seen on a day that is known, sent or entered. */
  lesion: {
    patient_id: 'uuid',
    institution_id: 'uuid',
    lesion: 'varchar',
    role: 'varchar',
    state: 'varchar',
    /** 1 of a lymph node. */
    node: 'smallint',
    organ_system: 'varchar',
    organ_code: 'varchar',
    organ_display: 'varchar',
    field_position: 'varchar',
    measured_on: 'date',
    tenths: 'integer',
  },
  /** Results that the elements of single-disease data sets are derived from; sizes in mm. */
  element_result: {
    patient_id: 'uuid',
    institution_id: 'uuid',
    /** Of the tumour that it is about, by that institution. */
    tumour_source_id: 'varchar',
    code: 'varchar',
    value: 'double',
    unit: 'varchar',
    words: 'varchar',
    /** Seconds since 1970. */
    at: 'bigint',
  },
  /** Stages of other axes than those at diagnosis, and of any after treatment. */
  element_stage: {
    patient_id: 'uuid',
    institution_id: 'uuid',
    /** Of the tumour that it stages, by that institution. */
    tumour_source_id: 'varchar',
    axis: 'varchar',
    classification: 'varchar',
    value: 'varchar',
    assessed_on: 'date',
    assessed_precision: 'varchar',
  },
  /** ECOG scores of patients with a cancer of the liver. */
  element_performance: { patient_id: 'uuid', score: 'smallint', at: 'bigint' },
  /** Rounds of screening. */
  screening: {
    patient_id: 'uuid',
    programme: 'varchar',
    invited_on: 'date',
    invited_precision: 'varchar',
    declined_on: 'date',
    declined_precision: 'varchar',
    tested_on: 'date',
    tested_precision: 'varchar',
    test: 'varchar',
    result: 'varchar',
  },
  institution: { id: 'uuid', code: 'varchar', province: 'varchar', tier: 'varchar' },
  /**
   * Patients of whom an institution claims that they are persons whom others know, where nobody has decided otherwise, and those who were
   * found to be one person by what is said of them.
   */
  same_person: { patient_id: 'uuid', person_id: 'uuid' },
  /** Of the reports of those patients and persons, what the rules of cases read beside the tumour. */
  claimed_tumour: { id: 'uuid', icd10: 'varchar' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, InputType>>>>;

export type InputName = keyof typeof RELEASE_INPUTS;

/** An extract as a build reads it; plain data, so that a process can hand it to another. */
export interface ReleaseExtract<N extends InputName = InputName> {
  readonly name: N;
  /** Read by COPY, all of one snapshot; its columns in the order of `RELEASE_INPUTS`. */
  readonly query: string;
}

/** Every extract that a release is derived from: one that no subgraph gives does not compile. */
export type ReleaseExtracts = { readonly [N in InputName]: ReleaseExtract<N> };
