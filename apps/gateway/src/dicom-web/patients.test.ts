import { afterAll, beforeAll, expect, test } from 'vitest';
import { ctSlice, dicomFile } from '../../../../tests/dicom-files.ts';
import { hospitalOf, patientOf } from './testing/hospital.ts';
import { dicomSetting } from './testing.ts';

let at: Awaited<ReturnType<typeof dicomSetting>>;
let send: ReturnType<typeof hospitalOf>;

beforeAll(async () => {
  at = await dicomSetting();
  send = hospitalOf(at);
});
afterAll(async () => {
  expect(at.failures).toEqual([]);
  await at.end();
});

const studyOf = async (study: string) =>
  (await at.owner`select patient_id from imaging.dicom_study where study_uid = ${study}`)[0]
    ?.patient_id;
const joinAll = () => at.owner`select imaging.join_dicom(null)`;
const file = (study: string, number: string, born = '19600520') =>
  dicomFile(ctSlice({ study, series: `${study}.1`, patient: number, born }));
const idOf = async (source: string) =>
  (await at.owner`select patient_id from patients.patient_source where source_id = ${source}`)[0]
    ?.patient_id;

test('images of a patient who is known are the patient’s as they come', async () => {
  await send(patientOf('p1', 'MRN-10'));
  await at.stow([file('2.25.1', 'MRN-10')]);
  expect(await studyOf('2.25.1')).toBe(await idOf('p1'));
});

test('images that come before their patient wait, and are joined when the patient comes', async () => {
  await at.stow([file('2.25.2', 'MRN-20')]);
  expect(await studyOf('2.25.2')).toBeNull();
  expect(await at.find('/dicom-web/studies?StudyInstanceUID=2.25.2')).toHaveLength(1);
  await send(patientOf('p2', 'MRN-20'));
  await joinAll();
  expect(await studyOf('2.25.2')).toBe(await idOf('p2'));
});

test('the same number with another day of birth is nobody', async () => {
  await send(patientOf('p3', 'MRN-30', '1971-01-01'));
  await at.stow([file('2.25.3', 'MRN-30')]);
  await joinAll();
  expect(await studyOf('2.25.3')).toBeNull();
});

test('an ImagingStudy of the institution with the same UID says whose the images are, whichever comes first', async () => {
  const imagingStudy = (id: string, uid: string) => ({
    resourceType: 'ImagingStudy',
    id,
    status: 'available',
    identifier: [{ system: 'urn:dicom:uid', value: `urn:oid:${uid}` }],
    subject: { reference: 'Patient/p1' },
  });
  await at.stow([file('2.25.6', 'UNKNOWN-1')]);
  await send(imagingStudy('s6', '2.25.6'));
  await joinAll();
  await send(imagingStudy('s7', '2.25.7'));
  await at.stow([file('2.25.7', 'UNKNOWN-2')]);
  const owner = await idOf('p1');
  expect([await studyOf('2.25.6'), await studyOf('2.25.7')]).toEqual([owner, owner]);
});

test('a name alone is nobody', async () => {
  await at.stow([file('2.25.4', 'MRN-40')]);
  await at.stow([file('2.25.5', '')]);
  await joinAll();
  expect([await studyOf('2.25.4'), await studyOf('2.25.5')]).toEqual([null, null]);
});
