import type { CaseRows } from './asked.ts';

type Of = Readonly<Record<string, string | number | boolean | null>>;
/** As many cases alike. */
export const many = (count: number, of: Of) =>
  Array.from({ length: count }, () => ({
    ...{ diagnosis_year: 2023, sex: 'FEMALE', age_group: 60, residence: '440000' },
    ...{ site_group: 'lung', topography: 'C34.1', behaviour: '3', stage: 'STAGE_I' },
    ...{
      basis_of_diagnosis: '7',
      histology: '8140',
      institution_tier: 'PROVINCIAL',
      institution: 'H1',
      detection: 'SYMPTOMS',
      registration: 'WITHIN_6_MONTHS',
    },
    ...of,
  }));

/** Cases in two registered provinces, one that is not, before registration, in situ, and a few. */
export const byHand: CaseRows = [
  ...many(100, {}),
  ...many(60, { sex: 'MALE', age_group: 70, stage: 'STAGE_IV' }),
  ...many(40, { diagnosis_year: 2024, age_group: null, topography: 'C33.9' }),
  ...many(50, {
    ...{ sex: 'MALE', diagnosis_year: 2024, residence: '110000', histology: '8070' },
    ...{ institution_tier: 'GENERAL', institution: 'H2' },
  }),
  ...many(30, {
    site_group: 'stomach',
    topography: 'C16.0',
    age_group: 50,
    basis_of_diagnosis: '0',
  }),
  ...many(20, { residence: '320000' }),
  ...many(15, { behaviour: '2', stage: 'STAGE_0' }),
  ...many(12, { diagnosis_year: 2022 }),
  ...many(3, { site_group: 'breast', topography: 'C50.1' }),
].map((row, i) => ({ ...row, person_key: i + 1, case_number: 1, only_case: true }));
