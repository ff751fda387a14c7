import type { Patient } from '@medplum/fhirtypes';
import { expect, test } from 'vitest';
import { keyOf } from './keys.ts';

const patient = (id?: string): Patient => ({ resourceType: 'Patient', ...(id && { id }) });
const put = (url: string) => ({ method: 'PUT', url });

test('an update is of the id in its address, which the resource may leave out', () => {
  for (const one of [patient('7'), patient()])
    expect(keyOf(one, null, put('Patient/7'))).toEqual({ key: '7', conditional: null });
});

test('an address and a resource of two ids are refused: another record than the one meant might be written over', () => {
  expect(keyOf(patient('7'), null, put('Patient/8'))).toMatchObject({
    at: 'url',
    problem: expect.stringContaining('Make them agree.'),
  });
});
