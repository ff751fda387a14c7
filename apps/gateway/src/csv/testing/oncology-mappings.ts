import type { CsvMapping } from '@nodp/intake';

type Kinds = CsvMapping['kinds'];

const patient_id = { from: ['mrn'] };
/** SNOMED CT's intents, and the systems of stages, as the extracts write them. */
const INTENTS = { '373808002': 'curative', '363676003': 'palliative' };
// Editions that are not known here are left out.
const SYSTEMS = { C146985: 'AJCC 8', '443830009': 'AJCC 7', '444256004': '', '258235000': '' };
const SIDES = { '7771000': 'left', '24028007': 'right', '51440002': 'both', '66459002': '' };
const RETAINED: Kinds = [{ kind: 'retained', columns: {} }];

const stage = (axis: string, column: string): Kinds[number] => ({
  kind: 'stage',
  where: [{ column, is: [] }],
  columns: {
    patient_id,
    tumour_id: { from: ['conditionId'] },
    date: { from: ['effectiveDate'] },
    axis: { constant: axis },
    classification: { from: ['type'], values: { Clinical: 'clinical' } },
    value: { from: [column], values: { '3C': 'IIIC' } },
    staging_system: { from: ['stagingSystem'], values: SYSTEMS },
  },
});

/** How a hospital that exports for mCODE would map its extracts, by the name of the file. */
export const ONCOLOGY: Readonly<Record<string, Kinds>> = {
  'patient-information': [
    {
      kind: 'patient',
      columns: {
        patient_id,
        name: { from: ['givenName', 'familyName'] },
        sex: { from: ['gender'] },
        birth_date: { from: ['dateOfBirth'] },
        address: { from: ['addressLine', 'city', 'state', 'zip'], join: ', ' },
      },
    },
  ],
  'condition-information': [
    {
      kind: 'tumour',
      columns: {
        patient_id,
        record_id: { from: ['conditionId'] },
        diagnosis_date: { from: ['dateOfDiagnosis'] },
        icd10: {
          from: ['displayName'],
          values: { 'Breast Cancer': 'C50.9', 'Prostate Cancer': 'C61', 'Lung Cancer': 'C34.9' },
        },
        diagnosis: { from: ['displayName'] },
        laterality: { from: ['laterality'], values: SIDES },
        clinical_status: { from: ['clinicalStatus'], values: { relapse: 'recurrence' } },
      },
    },
  ],
  'staging-information': [
    stage('group', 'stageGroup'),
    stage('T', 't'),
    stage('N', 'n'),
    stage('M', 'm'),
  ],
  'cancer-disease-status-information': [
    {
      kind: 'disease-status',
      where: [{ column: 'diseaseStatusCode', is: ['268910001', '709137006'] }],
      columns: {
        patient_id,
        date: { from: ['dateOfObservation'] },
        status: {
          from: ['diseaseStatusCode'],
          values: { '268910001': 'partial-remission', '709137006': 'not-evaluable' },
        },
      },
    },
  ],
  'procedure-information': [
    {
      kind: 'treatment',
      columns: {
        patient_id,
        record_id: { from: ['procedureId'] },
        kind: {
          from: ['code'],
          values: {
            '152198000': 'radiotherapy',
            '174337000': 'surgery',
            '172043006': 'surgery',
            '10611004': 'radiotherapy',
          },
        },
        code: { from: ['code'] },
        code_system: { from: ['codeSystem'] },
        name: { from: ['displayName'] },
        start_date: { from: ['effectiveDate'] },
        status: { from: ['status'] },
        intent: { from: ['treatmentIntent'], values: INTENTS },
      },
    },
  ],
  'cancer-related-medication-administration-information': [
    {
      kind: 'treatment',
      columns: {
        patient_id,
        record_id: { from: ['medicationId'] },
        kind: { constant: 'drug' },
        code: { from: ['code'] },
        code_system: { from: ['codeSystem'] },
        name: { from: ['displayText'] },
        start_date: { from: ['startDate'] },
        end_date: { from: ['endDate'] },
        status: { from: ['status'], values: { 'on-hold': 'in-progress' } },
        intent: { from: ['treatmentIntent'], values: INTENTS },
      },
    },
  ],
  'observation-information': [
    {
      kind: 'observation',
      columns: {
        patient_id,
        record_id: { from: ['observationId'] },
        time: { from: ['effectiveDate'] },
        code: { from: ['code'] },
        name: { from: ['displayName'] },
        value: { from: ['value'], take: 'amount' },
        unit: { from: ['value'], take: 'unit' },
        text: { from: ['value'], take: 'words' },
      },
    },
  ],
  'encounter-information': [
    {
      kind: 'encounter',
      // A visit that was only planned or was cancelled was none.
      where: [{ column: 'status', is: ['arrived', 'in-progress', 'finished'] }],
      columns: {
        patient_id,
        record_id: { from: ['encounterId'] },
        class: { from: ['classCode'] },
        start: { from: ['startDate'] },
        end: { from: ['endDate'] },
      },
    },
  ],
  'adverse-event-information': RETAINED,
  'appointment-information': RETAINED,
  'cancer-related-medication-request-information': RETAINED,
  'clinical-trial-information': RETAINED,
  'ctc-adverse-event-information': RETAINED,
  'patient-mrns': RETAINED,
  'treatment-plan-change-information': RETAINED,
};
