import { expect, test } from 'vitest';
import { likenessOf, yearsBetween } from './likeness.ts';

test.each([
  ['1960-05-20', '2020-05-20', 60],
  ['1960-05-20', '2020-05-19', 59],
  ['1960-05', '2020-04-30', 59],
  ['1960', '2020-01-01', 60],
  [null, '2020-01-01', null],
])('born %s, diagnosed %s: %s', (born, on, years) => expect(yearsBetween(born, on)).toBe(years));

test('what is known of a patient makes others alike', () =>
  expect(
    likenessOf({
      sex: 'FEMALE',
      birthDate: '1960-05-20',
      tumour: {
        siteGroup: 'breast',
        broadStage: 'STAGE_II',
        diagnosedOn: '2020-06',
        morphology: { code: '8500/3' },
      },
    }),
  ).toEqual({ site: 'breast', stage: 'STAGE_II', sex: 'FEMALE', age: 60, histology: '8500' }));

test('what is not known is not asked, and without a site nobody is alike', () => {
  const tumour = { siteGroup: 'liver', broadStage: 'UNKNOWN', diagnosedOn: null, morphology: null };
  expect(likenessOf({ sex: 'UNKNOWN', tumour })).toEqual({
    ...{ site: 'liver', stage: null, sex: null, age: null, histology: null },
  });
  expect(likenessOf({ sex: 'MALE', tumour: { ...tumour, siteGroup: null } })).toBeNull();
});
