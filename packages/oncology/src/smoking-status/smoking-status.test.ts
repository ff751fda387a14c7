import { expect, test } from 'vitest';
import { smokingStatusOf } from './smoking-status.ts';

/** The answers of LOINC's list LL2201-3 and their SNOMED CT names, and words of Chinese records. */
test.each([
  ['Current every day smoker', 'current'],
  ['Smokes tobacco daily (finding)', 'current'],
  ['Heavy tobacco smoker', 'current'],
  ['每日吸烟20支', 'current'],
  ['Former smoker', 'former'],
  ['Ex-smoker (finding)', 'former'],
  ['Ex smoker', 'former'],
  ['已戒烟5年', 'former'],
  ['Never smoker', 'never'],
  ['Never smoked tobacco (finding)', 'never'],
  ['从不吸烟', 'never'],
  ['否认吸烟史', 'never'],
  ['Non-smoker (finding)', 'not-current'],
  ['Non smoker', 'not-current'],
  ['不吸烟', 'not-current'],
  ['Unknown if ever smoked', null],
  ['Smoker, current status unknown', null],
  ['吸烟情况不详', null],
  ['Passive smoker', null],
  ['heavy drinker', null],
])('%s', (words, status) => {
  expect(smokingStatusOf(words)).toBe(status);
});
