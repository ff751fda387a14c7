import type { ClinicalContents, ClinicalTable } from '../records/rows.ts';
import type { ColumnKind } from './text.ts';

export interface Column {
  /** As the row has it. */
  readonly key: string;
  /** As the table has it. */
  readonly name: string;
  readonly kind: ColumnKind;
}

export interface Table {
  /** With its schema. */
  readonly name: string;
  readonly columns: readonly Column[];
}

const snake = (key: string): string => key.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`);

/** Column keys by name; `:array`, `:json`, `:bytes` after a key says how it is encoded. */
const columns = (text: string): Column[] =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => {
      const [key = '', kind = 'plain'] = word.split(':');
      return { key, name: snake(key), kind: kind as ColumnKind };
    });

const table = (name: string, text: string): Table => ({ name, columns: columns(text) });

/** What every clinical row begins with. */
const CLINICAL_COLUMNS = columns(
  'patientId id institutionId sourceType sourceId contentHash submissionId recordedAt',
);

/** The clinical tables with the columns of their contents. */
export const clinicalTables: Readonly<Record<ClinicalTable, Table>> = {
  tumour: table(
    'patients.tumour',
    'kind siteGroup topography morphology icd10 grade laterality basisOfDiagnosis diagnosedOn diagnosedPrecision clinicalStatus sentSystem sentCode sentDisplay',
  ),
  stage: table(
    'patients.stage',
    'tumourSourceId axis classification value broadStage system sentSystem sentCode sentDisplay assessedOn assessedPrecision',
  ),
  observation: table(
    'patients.observation',
    'category system code display at value comparator unit normalValue normalUnit valueText interpretation referenceLow referenceHigh',
  ),
  performance: table('patients.performance', 'scale score at'),
  treatment: table(
    'patients.treatment',
    `kind system code display drug status startedOn startedPrecision endedOn endedPrecision intentSystem intentCode
     intentDisplay line doseValue doseUnit bodySiteSystem bodySiteCode bodySiteDisplay modalitySystem modalityCode
     modalityDisplay techniqueSystem techniqueCode techniqueDisplay totalDoseCentigray fractions`,
  ),
  comorbidity: table(
    'patients.comorbidity',
    'system code display onsetOn onsetPrecision abatedOn abatedPrecision clinicalStatus',
  ),
  encounter: table('patients.encounter', 'class system code display startedAt endedAt'),
  specimen: table(
    'specimens.specimen',
    `accession typeSystem typeCode typeDisplay bodySiteSystem bodySiteCode bodySiteDisplay collectedOn
     collectedPrecision status parentSourceId`,
  ),
  pathologyReport: table(
    'specimens.pathology_report',
    'system code display status reportedOn reportedPrecision conclusion reportText',
  ),
  biomarker: table(
    'specimens.biomarker',
    'system code display resultSystem resultCode resultDisplay value comparator unit finding testedOn testedPrecision',
  ),
  study: table(
    'imaging.study',
    `studyInstanceUid startedAt description modalities:array bodySiteSystem bodySiteCode bodySiteDisplay seriesCount
     instanceCount series:json`,
  ),
  imagingReport: table(
    'imaging.imaging_report',
    'system code display status reportedOn reportedPrecision conclusion reportText',
  ),
  plan: table(
    'followup.plan',
    'system code display status startedOn startedPrecision endedOn endedPrecision activities:json',
  ),
  contact: table('followup.contact', 'system code display status at note'),
  diseaseStatus: table(
    'followup.disease_status',
    'trend system code display assessedOn assessedPrecision',
  ),
} satisfies Readonly<Record<keyof ClinicalContents, Table>>;

/** The registry of patients and what lies around it. */
export const registryTables = {
  patient: table(
    'patients.patient',
    `patientId institutionId sex bornOn bornPrecision residenceCode vitalStatus diedOn diedPrecision causeOfDeathSystem
     causeOfDeathCode causeOfDeathDisplay lastContactOn submissionId contentHash recordedAt leadingTumourId
     leadingSiteGroup leadingDiagnosedOn broadStage`,
  ),
  tumourAtDiagnosis: table(
    'patients.tumour_at_diagnosis',
    'patientId tumourId stageGroup broadStage axis classification stageId t n m tnm age behaviour caseId explanation:json ruleVersion',
  ),
  identity: table(
    'patients.identity',
    'patientId institutionId ciphertext:bytes contentHash submissionId nameHashes:array numberHashes:array hashVersion recordedAt',
  ),
  vitalStatusReport: table(
    'patients.vital_status_report',
    `patientId id institutionId sourceType sourceId contentHash submissionId recordedAt vitalStatus diedOn diedPrecision
     causeSystem causeCode causeDisplay`,
  ),
  patientSource: table('patients.patient_source', 'institutionId sourceId patientId'),
  patientAlias: table('patients.patient_alias', 'institutionId alias patientId'),
  nationalIdentity: table('patients.national_identity', 'identityHash patientId'),
  careRelationship: table('basic.care_relationship', 'institutionId patientId since'),
  institution: table('basic.institution', 'id code nameEn nameZh tier regionCode'),
  submission: table(
    'basic.submission',
    'id institutionId accountId receivedAt door sha256 bytes status counts:json',
  ),
  payload: table('basic.payload', 'sha256 bytes content:bytes'),
} as const;

export type RegistryTable = keyof typeof registryTables;

/** Every table with all its columns in the order they are sent. */
export const storedTables: readonly Table[] = [
  ...Object.values(registryTables),
  ...Object.values(clinicalTables).map(({ name, columns: own }) => ({
    name,
    columns: [...CLINICAL_COLUMNS, ...own],
  })),
];
