import { expect, test } from 'vitest';
import { cubeOf } from './cube.ts';
import { missingOf } from './missing.ts';

type State = 'SHOWN' | 'SUPPRESSED' | 'NOT_APPLICABLE';
const axis = (dimension: 'SEX' | 'AGE', ...codes: string[]) => ({
  dimension,
  codes,
  labels: codes,
});
const cube = (axes: ReturnType<typeof axis>[], states: State[]) => {
  const values = states.map((state) => (state === 'SHOWN' ? 1 : null));
  const same = { lower: values, upper: values, numerators: values, denominators: values };
  return cubeOf({ axes, values, states, ...same });
};
const sexes = axis('SEX', 'FEMALE', 'MALE', 'UNKNOWN');

test('what cannot be is not missing: a rate of people whose sex or age is not known has no person-years', () => {
  const ages = axis('AGE', '0', '85', 'UNKNOWN');
  const rate = cube(
    [sexes, ages],
    [
      ...(['SHOWN', 'SHOWN', 'NOT_APPLICABLE'] as const),
      ...(['SHOWN', 'SHOWN', 'NOT_APPLICABLE'] as const),
      ...(['NOT_APPLICABLE', 'NOT_APPLICABLE', 'NOT_APPLICABLE'] as const),
    ],
  );
  expect(missingOf(rate)).toEqual({ expected: 4, reasons: new Map() });
});

test('a figure kept back is missing; members not known are not, where none of them has one', () => {
  const counts = cube([sexes], ['SHOWN', 'SUPPRESSED', 'SUPPRESSED']);
  expect(missingOf(counts)).toEqual({ expected: 2, reasons: new Map([['SUPPRESSED', 1]]) });
  const byAge = cube(
    [sexes, axis('AGE', '0', '85')],
    ['SHOWN', 'SHOWN', 'SHOWN', 'SHOWN', 'SHOWN', 'SUPPRESSED'],
  );
  expect(missingOf(byAge)).toEqual({ expected: 6, reasons: new Map([['SUPPRESSED', 1]]) });
});

test('where nothing has a figure, all that could have one is missing', () => {
  const none = cube([sexes], ['SUPPRESSED', 'NOT_APPLICABLE', 'SUPPRESSED']);
  expect(missingOf(none)).toEqual({ expected: 2, reasons: new Map([['SUPPRESSED', 2]]) });
});
