import { expect, test } from 'vitest';
import { residentIdentity } from '../../subgraphs/patients/src/kinds/patient/resident-identity.ts';
import { readOne, recordOf } from './read-one.ts';

const patient = (more: object) => ({ resourceType: 'Patient', ...more });
const resident = (value: string) => [{ system: 'urn:oid:2.16.156.10011.1.3', value }];

test('names as they are written, the official one first', async () => {
  const name = [
    { use: 'nickname', text: 'Xiao Ming' },
    { use: 'official', family: '王', given: ['小明'] },
  ];
  expect(await recordOf('patient', patient({ name }))).toMatchObject({
    name: '王小明',
    names: ['王小明', '王', '小明', 'Xiao Ming'],
  });
  expect(
    (await recordOf('patient', patient({ name: [{ family: 'Pulido', given: ['Adán'] }] }))).name,
  ).toBe('Adán Pulido');
});

test('a resident identity number is taken when its check sign holds', async () => {
  expect(residentIdentity('11010519491231002X')).toEqual({ born: '1949-12-31' });
  expect(residentIdentity('110105194912310021')).toBeNull();
  const good = await recordOf(
    'patient',
    patient({ birthDate: '1949-12-31', identifier: resident('11010519491231002X') }),
  );
  expect(good.nationalId).toBe('11010519491231002X');
  const mistyped = await readOne(patient({ identifier: resident('110105194912310021') }));
  expect(mistyped).toMatchObject({
    outcome: 'read',
    warnings: [{ severity: 'warning', expression: 'Patient.identifier[0].value' }],
  });
});

test.each([
  [{}, 'UNKNOWN', null],
  [{ deceasedBoolean: false }, 'ALIVE', null],
  [{ deceasedBoolean: true }, 'DEAD', null],
  [{ deceasedDateTime: '2020-05' }, 'DEAD', { date: '2020-05-01', precision: 'month' }],
])('%j', async (more, vitalStatus, died) => {
  expect(await recordOf('patient', patient(more))).toMatchObject({ vitalStatus, died });
});
