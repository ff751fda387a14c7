import { expect, test } from 'vitest';
import type { UploadKind } from '../upload-request.ts';
import { missingOf, suggested, unknownValues, withRule } from './model.ts';

const column = (name: string, en: string, zh: string, required = false) => ({
  name,
  label: { en, zh },
  says: null,
  type: name === 'sex' ? 'choice' : 'text',
  required,
  values: name === 'sex' ? [{ value: 'male', label: { en: 'Male', zh: '男' } }] : [],
  example: '',
});
const PATIENTS: UploadKind = {
  kind: 'patient',
  title: { en: 'Patients', zh: '患者' },
  columns: [
    column('patient_id', 'Patient number', '患者编号', true),
    column('name', 'Name', '姓名', true),
    column('sex', 'Sex', '性别', true),
    column('birth_date', 'Date of birth', '出生日期'),
  ],
};

test('the likest column of the file is proposed, each once', () => {
  expect(suggested(['患者姓名', 'Patient-Number', '性别', 'DATE OF BIRTH', 'x'], PATIENTS)).toEqual(
    {
      patient_id: { from: ['Patient-Number'] },
      name: { from: ['患者姓名'] },
      sex: { from: ['性别'] },
      birth_date: { from: ['DATE OF BIRTH'] },
    },
  );
});

test('a rule that says nothing is none', () => {
  const kind = { kind: 'patient', columns: { sex: { from: ['s'], values: { 1: 'male' } } } };
  expect(withRule(kind, 'name', { constant: '', from: [] }).columns).toEqual(kind.columns);
  expect(withRule(kind, 'sex', { from: ['s'], values: {} }).columns).toEqual({
    sex: { from: ['s'] },
  });
  expect(withRule(kind, 'sex', {}).columns).toEqual({});
  expect(missingOf(kind, PATIENTS).map(({ name }) => name)).toEqual(['patient_id', 'name']);
});

test('values that are taken as they are need no word', () => {
  const [, , sex] = PATIENTS.columns;
  expect(sex && unknownValues(sex, ['男', 'MALE', '1', '2'])).toEqual(['1', '2']);
});
