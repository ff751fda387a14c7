import type { InputId } from '@nodp/oncology';
import type postgres from 'postgres';
import { v7 as uuidv7 } from 'uuid';

/** Who enters it all. */
const BY = 'clinician';

interface Told {
  readonly site: string;
  /** Which of its patients, the latest first; any where nothing is said. */
  readonly of?: 'STAGE_IV' | 'treated before' | 'liver metastasis';
  /** As much as the scores ask. */
  readonly entered: Readonly<Partial<Record<InputId, string>>>;
}

/** What a clinician knows of a patient and no record says. */
const TOLD: readonly Told[] = [
  {
    site: 'breast',
    entered: { size_mm: '22', nodes: '2', grade: '2', smoker: 'false', heart_gy: '2' },
  },
  {
    site: 'breast',
    of: 'treated before',
    entered: { nuclear_grade_3: 'false', clinical_stage: 'IIB', pathological_stage: 'IIA' },
  },
  {
    site: 'colorectum',
    of: 'liver metastasis',
    entered: {
      ...{ liver_metastases: '2', largest_metastasis_cm: '3.5', node_positive: 'true' },
      ...{ disease_free_months: '8', cea: '36', bmi: '22.8' },
    },
  },
  {
    site: 'kidney',
    of: 'STAGE_IV',
    entered: {
      ...{ karnofsky: '80', months_to_systemic: '7', haemoglobin_low: 'true' },
      ...{ calcium_high: 'false', neutrophils_high: 'false', platelets_high: 'false' },
    },
  },
  {
    site: 'liver',
    entered: {
      ...{ nodules: '1', largest_cm: '4.2', macrovascular_invasion: 'false', ecog: '1' },
      ...{ extrahepatic: 'false', child_pugh: 'A', inr: '1.1', ascites: 'none' },
      ...{ encephalopathy: 'none', bilirubin: '16', albumin: '39', platelets: '165' },
    },
  },
  {
    site: 'lung',
    entered: { bmi: '21.4', platelets: '310', haemoglobin: '118', leukocytes: '9.6' },
  },
  {
    site: 'non-hodgkin-lymphoma',
    entered: {
      ...{ ann_arbor: 'III', extranodal_sites: '1', extranodal_major: 'false', ecog: '1' },
      ...{ ldh: '310', ldh_uln: '250' },
    },
  },
  {
    site: 'prostate',
    entered: {
      ...{ psa: '11.5', t_stage: '2', grade_group: '2', prostate_treatment: 'radical' },
      ...{ comorbidity: 'false', metastatic: 'false' },
    },
  },
];

/**
 * What clinicians of the demonstration entered for the scores of one patient of each of some cancers, so that each score is seen with an
 * answer. Once; nothing where somebody entered anything already.
 * @param sql as the owner
 */
export const prognosisOfDemonstration = async (sql: postgres.Sql): Promise<void> => {
  await sql.begin(async (transaction) => {
    const [known] = await transaction`select 1 from patients.prognosis_entry limit 1`;
    if (known !== undefined) return;
    for (const { site, of, entered } of TOLD) {
      // The clinician's own institution first.
      const [found] = await transaction<{ patient: string; tumour: string; place: string }[]>`
        select l.patient_id as patient, p.leading_tumour_id as tumour, l.institution_id as place
        from patients.listed l join patients.patient p using (patient_id) join basic.institution i on i.id = l.institution_id
        where l.site_group = ${site} and p.leading_tumour_id is not null
          and (${of !== 'STAGE_IV'} or p.broad_stage = 'STAGE_IV')
          and (${of !== 'treated before'} or exists (select 1 from patients.stage s
            where s.patient_id = l.patient_id and s.classification = 'y'))
          and (${of !== 'liver metastasis'} or exists (select 1 from patients.tumour m
            where m.patient_id = l.patient_id and m.institution_id = l.institution_id and m.kind = 'SECONDARY' and m.topography like 'C22%'))
        order by i.tier = 'NATIONAL' desc, l.vital_status = 'DEAD', l.diagnosed_on desc, l.patient_id limit 1`;
      if (found === undefined) continue;
      const rows = Object.entries(entered).map(([input, value]) => ({
        ...{ patient_id: found.patient, id: uuidv7(), tumour_id: found.tumour },
        ...{ institution_id: found.place, input, value, entered_by: BY },
      }));
      await transaction`insert into patients.prognosis_entry ${transaction(rows)}`;
    }
  });
};
