import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeId, decodeOne, decodePair, encodeId, patientNamed, recordIds } from './ids.ts';

const patient = '01900000-0000-7000-8000-0000000000aa';
const record = '01900000-0000-7000-8000-0000000000bb';

test('an id shows its kind and carries the patient’s UUID first', () => {
  const id = encodeId('Specimen', patient, record);
  expect(id).toMatch(/^spe_[\w-]{43}$/);
  expect(decodePair('Specimen', id)).toEqual({ patientId: patient, id: record });
  expect(decodeOne('Patient', encodeId('Patient', patient))).toBe(patient);
});

test('ids of a kind of record begin with a prefix of their own', () => {
  expect(recordIds('vis')(patient, record)).toMatch(/^vis_[\w-]{43}$/);
  expect(() => recordIds('vis')).toThrow('Ids of another kind begin with “vis”');
  expect(() => recordIds('tum')).toThrow();
});

test('any UUIDs come back', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (one, two) => {
      expect(decodeId('Tumour', encodeId('Tumour', one, two))).toEqual([one, two]);
    }),
  );
});

test.each([
  ['of another kind', encodeId('Tumour', patient, record)],
  ['whose kind starts alike', recordIds('spe-cimen')(patient, record)],
  ['of too few parts', encodeId('Patient', patient)],
  ['cut short', encodeId('Specimen', patient, record).slice(0, -3)],
  ['with a foreign character', `${encodeId('Specimen', patient, record)}!`],
  ['that is a bare UUID', patient],
  ['that is empty', ''],
])('an id %s is refused', (_, id) => {
  expect(() => decodeId('Specimen', id)).toThrow('is not the id of a Specimen');
});

test('no text but an id is taken for one, and one record has one id', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => decodeId('Specimen', `spe_${text}`)).toThrow();
    }),
  );
});

test.each([
  ['a patient', encodeId('Patient', patient), patient],
  ['a patient’s record', encodeId('Task', patient, record), patient],
  ['a record of a kind of its own', recordIds('own')(patient, record), patient],
  ['an institution', encodeId('Institution', patient), null],
  ['an id cut short', encodeId('Patient', patient).slice(0, -1), null],
  ['an id within other words', `see ${encodeId('Patient', patient)}`, null],
  ['a bare UUID', patient, null],
  ['nothing', '', null],
])('the patient whom %s names', (_, text, named) => {
  expect(patientNamed(text)).toBe(named);
});
