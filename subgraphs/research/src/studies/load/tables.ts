/** Tables of an external study; each is a Parquet file in its folder. */
export const STUDY_TABLES = {
  samples: 'sample varchar, patient varchar, oncotree varchar, site_group varchar',
  patients: 'patient varchar',
  attributes:
    'place integer, id varchar, name varchar, description varchar, is_number boolean, level varchar',
  patient_values: 'patient varchar, attribute varchar, value varchar',
  sample_values: 'sample varchar, attribute varchar, value varchar',
  mutations: 'sample varchar, gene varchar, kind varchar, protein varchar, fraction double',
  copy_numbers: 'sample varchar, gene varchar, change tinyint',
  structural_variants: 'sample varchar, gene varchar, kind varchar',
  timeline: 'patient varchar, start_day double, stop_day double, kind varchar, details varchar',
  /** Which samples were examined for a kind of alteration, where the study says so. */
  profiled: 'sample varchar, profile varchar',
} as const;
export type StudyTable = keyof typeof STUDY_TABLES;
