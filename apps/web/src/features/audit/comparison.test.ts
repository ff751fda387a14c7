import { expect, test } from 'vitest';
import { type Compared, comparison } from './comparison.ts';

const person: Compared = {
  name: '欧阳 晓明',
  sex: 'MALE',
  birthDate: '1950-02-03',
  nationalIdMasked: '**************0014',
};

test.each([
  [{}, { NAME: 'AGREES', SEX: 'AGREES', BIRTH: 'AGREES', NUMBER: 'AGREES' }],
  [{ name: '欧阳晓明' }, { NAME: 'AGREES' }],
  [{ name: '欧阳晓' }, { NAME: 'DIFFERS' }],
  [{ name: '' }, { NAME: 'UNKNOWN' }],
  [{ sex: 'FEMALE' as const }, { SEX: 'DIFFERS' }],
  [{ sex: 'UNKNOWN' as const }, { SEX: 'UNKNOWN' }],
  [{ birthDate: '1950-02' }, { BIRTH: 'AGREES' }],
  [{ birthDate: '1951' }, { BIRTH: 'DIFFERS' }],
  [{ birthDate: null }, { BIRTH: 'UNKNOWN' }],
  [{ nationalIdMasked: '**************0015' }, { NUMBER: 'DIFFERS' }],
])('beside %j', (change, expected) => {
  expect(comparison(person, { ...person, ...change })).toMatchObject(expected);
  expect(comparison({ ...person, ...change }, person)).toMatchObject(expected);
});
