import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILES: Readonly<Record<string, string>> = {
  'meta_study.txt': `type_of_cancer: brca
cancer_study_identifier: brca_test
name: A study of four
description: Made for a test
citation: Nobody et al. 2026
groups: PUBLIC`,
  'meta_clinical_sample.txt': `genetic_alteration_type: CLINICAL
datatype: SAMPLE_ATTRIBUTES
data_filename: data_clinical_sample.txt`,
  'data_clinical_patient.txt': `#Patient|Sex|Overall survival (months)|Status
#Patient|Sex|Months|Status
#STRING|STRING|NUMBER|STRING
#1|1|1|1
PATIENT_ID|SEX|OS_MONTHS|OS_STATUS
P1|Female|10|1:DECEASED
P2|Female|20|0:LIVING
P3|Male|5|1:DECEASED
P4|Male|[Not Available]|0:LIVING`,
  'data_clinical_sample.txt': `#Patient|Sample|Code|TMB|Type|Purity
#Patient|Sample|OncoTree|TMB|Type|Purity
#STRING|STRING|STRING|NUMBER|STRING|NUMBER
#1|1|1|1|1|1
PATIENT_ID|SAMPLE_ID|ONCOTREE_CODE|TMB|SAMPLE_TYPE|PURITY
P1|S1|IDC|1.5|Primary|50
P1|S1b|IDC|9|Metastasis|NA
P2|S2|ILC|2|Primary|60
P3|S3|SCC|30|Primary|70
P4|S4|NA|4|Primary|20
|S5|IDC|4|Primary|20`,
  'data_mutations.txt': `Hugo_Symbol|Tumor_Sample_Barcode|Variant_Classification|HGVSp_Short
TP53|S1|Missense_Mutation|p.R175H
TP53|S3|Nonsense_Mutation|p.R196*
PIK3CA|S2|Missense_Mutation|p.H1047R
CDH1|S2|Frame_Shift_Del|p.Q23fs
TP53|S4|Silent|p.P36P
KRAS|S99|Missense_Mutation|p.G12D`,
  'data_cna.txt': `Hugo_Symbol|S1|S1b|S2|S3
ERBB2|2|0|0|NA
PTEN|0|0|0|-2`,
  'data_sv.txt': `Sample_Id|Site1_Hugo_Symbol|Site2_Hugo_Symbol|Class
S2|ETV6|NTRK3|TRANSLOCATION`,
  'data_timeline_treatment.txt': `PATIENT_ID|START_DATE|STOP_DATE|EVENT_TYPE|AGENT
P1|3|90|TREATMENT|Paclitaxel`,
  'data_expression.txt': 'Hugo_Symbol|S1\nTP53|1.5',
  'case_lists/cases_sequenced.txt': `cancer_study_identifier: brca_test
case_list_ids: S1 S2 S3 S4`,
};

/** A study of four patients, as cBioPortal's files have one. */
export const writeStudy = async (folder: string): Promise<void> => {
  await mkdir(join(folder, 'case_lists'), { recursive: true });
  for (const [name, text] of Object.entries(FILES))
    await writeFile(
      join(folder, name),
      name.startsWith('data_')
        ? text.replaceAll('|', '\t')
        : text.replace('case_list_ids: S1 S2 S3 S4', 'case_list_ids: S1\tS2\tS3\tS4'),
    );
};
