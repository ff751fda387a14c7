import { expect, test } from 'vitest';
import { labelOf } from './labels.ts';

test.each([
  ['http://loinc.org', '2039-6', 'CEA', '癌胚抗原'],
  ['http://hl7.org/fhir/sid/icd-10', 'C34', 'lung', '肺'],
  ['http://terminology.hl7.org/CodeSystem/icd-o-3', '8140/3', 'Adenocarcinoma', '腺癌'],
  ['http://snomed.info/sct', '254637007', 'Non-small cell', '非小细胞'],
])('%s %s reads in both languages', (system, code, en, zh) => {
  const found = labelOf(system, code);
  expect(found?.en.toLowerCase()).toContain(en.toLowerCase());
  expect(found?.zh).toContain(zh);
});

test('a code of no system, or of one the platform does not know, has no label', () => {
  expect(labelOf(null, 'C34')).toBeNull();
  expect(labelOf('http://example.org/own', 'C34')).toBeNull();
});
