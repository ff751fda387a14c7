/** A patient and questions, for tests of the prognosis. */
import { CLINICAL_RULES } from '../registry/clinical-rules.ts';
import { inputsOfRecord } from './from-record.ts';
import { prognosisOf, type Score } from './prognosis.ts';
import type { KnownInputs, PrognosticRecord } from './record.ts';

const everything = new Set(Object.keys(CLINICAL_RULES));
export const day = (date: string) => ({ date, precision: 'day' as const });

/** A woman of 55 with an operated cancer of the breast. */
export const breast: PrognosticRecord = {
  site: 'breast',
  topography: 'C50.4',
  morphology: '8500/3',
  sex: 'FEMALE',
  diagnosed: day('2024-03-01'),
  ageAtDiagnosis: 55,
  ageNow: 57,
  grade: '2',
  stages: [
    { axis: 'M', classification: 'c', value: 'M0', assessed: day('2024-03-05') },
    { axis: 'N', classification: 'p', value: 'N0', assessed: day('2024-03-20') },
  ],
  treatments: [
    { kind: 'SURGERY', drug: null, started: day('2024-03-15'), given: true },
    { kind: 'SYSTEMIC', drug: 'letrozole', started: day('2024-04-15'), given: true },
  ],
  results: [],
  performance: [],
  comorbidities: [],
  metastases: [],
  biomarkers: [
    { marker: 'ER', finding: 'positive', percent: 90, tested: day('2024-03-02') },
    { marker: 'Ki-67', finding: null, percent: 10, tested: day('2024-03-02') },
  ],
  sizes: [{ mm: 18, day: '2024-03-16' }],
  nodes: [],
};

export const scoreOf = (id: string, record: PrognosticRecord, entered: KnownInputs = {}): Score => {
  const found = prognosisOf(record, entered, everything).find(({ rule }) => rule.id === id);
  if (found === undefined) throw new Error(`${id} is not asked of this tumour.`);
  return found;
};
export const entry = (value: string | number | boolean) => ({
  value,
  source: { en: 'entered', zh: '填写' },
  date: '2026-01-01',
});
export const valuesOf = (record: PrognosticRecord) =>
  Object.fromEntries(Object.entries(inputsOfRecord(record)).map(([id, { value }]) => [id, value]));
