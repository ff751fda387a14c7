import { expect, test } from 'vitest';
import { basisOfDiagnosis, basisOfDiagnosisLabel, basisOfObds } from './basis-of-diagnosis.ts';

test.each([
  ['0', '0'],
  ['1', '1'],
  ['2', '2'],
  ['3', '2'],
  ['4', '4'],
  ['5', '5'],
  ['6', '6'],
  ['7', '7'],
  ['8', '7'],
  ['9', '9'],
  ['7.1', null],
  ['10', null],
  ['', null],
])('IARC %s is %s', (code, expected) => {
  expect(basisOfDiagnosis(code)).toBe(expected);
});

test.each([
  ['1', '1'],
  ['7', '7'],
  ['7.1', '7'],
  ['7.3', '7'],
  ['8', '7'],
  ['9', '9'],
  ['7.4', null],
])('oBDS %s is %s', (code, expected) => {
  expect(basisOfObds(code)).toBe(expected);
});

test('every basis has words in both languages', () => {
  for (const code of '01245679') {
    expect(basisOfDiagnosisLabel(code)?.en).toBeTruthy();
    expect(basisOfDiagnosisLabel(code)?.zh).toMatch(/\p{Script=Han}/u);
  }
});
