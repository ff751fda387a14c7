import { expect, test } from 'vitest';
import { csvRow } from './row.ts';

const row = (icd10: string) =>
  csvRow(
    'Condition',
    new Map([
      ['patient_id', '1'],
      ['icd10', icd10],
    ]),
    ['icd10'],
  );

test('a code has single spaces within it, as FHIR takes them', () => {
  const of = (text: string) => row(text).concept('icd10', undefined, 'ICD-10')?.coding?.[0]?.code;
  expect(of('C34.101+M8140/3')).toBe('C34.101+M8140/3');
  expect(of('C34.900  M81400/3')).toBe('C34.900 M81400/3');
  expect(of('C34.900\n\u3000M81400/3')).toBe('C34.900 M81400/3');
});
