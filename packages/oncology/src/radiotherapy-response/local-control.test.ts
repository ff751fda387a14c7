import { expect, test } from 'vitest';
import type { LesionSeen } from '../recist/timepoints.ts';
import { localControlOfRecord } from './of-record.ts';

const course = { start: '2025-01-06', end: '2025-02-14' };
const seen = (lesion: string, day: string, mm: number | null, more: Partial<LesionSeen> = {}) =>
  ({
    ...{ lesion, day, role: 'TARGET', state: 'MEASURED', node: false, organ: null, modality: 'CT' },
    tenths: mm === null ? null : mm * 10,
    ...more,
  }) satisfies LesionSeen;
/** A volume that names T1. */
const volumes = [{ code: null, words: null, node: false, lesions: ['T1'] }];
const control = (...lesions: LesionSeen[]) =>
  localControlOfRecord({ ...course, volumes, seen: lesions });

test('nothing is known where no lesion was examined after the last fraction', () => {
  expect(control()).toBeNull();
  expect(control(seen('T1', '2025-01-02', 30))).toBeNull();
  expect(
    control(
      seen('T1', '2025-01-02', 30),
      seen('T1', '2025-05-01', null, { state: 'NOT_EVALUABLE' }),
    ),
  ).toBeNull();
});

test('an irradiated lesion that shrinks is controlled until it was seen last', () => {
  expect(
    control(
      seen('T1', '2025-01-02', 30),
      seen('T1', '2025-05-01', 20),
      seen('T1', '2025-09-01', 18),
    ),
  ).toEqual({ failedOn: null, followedTo: '2025-09-01' });
});

test('it fails where it grew by a fifth and 5 mm, not within eight weeks after the last fraction', () => {
  const grown = (day: string) => control(seen('T1', '2025-01-02', 30), seen('T1', day, 40));
  expect(grown('2025-05-01')).toEqual({ failedOn: '2025-05-01', followedTo: '2025-05-01' });
  expect(grown('2025-03-10')).toEqual({ failedOn: null, followedTo: '2025-03-10' });
});

test('a failure elsewhere does not end local control; a later one in the field does', () => {
  const elsewhere = [
    seen('T1', '2025-01-02', 30),
    seen('N1', '2025-05-01', 12, { role: 'NEW', field: 'OUTSIDE' }),
    seen('T1', '2025-05-01', 25),
  ];
  expect(control(...elsewhere)).toEqual({ failedOn: null, followedTo: '2025-05-01' });
  expect(control(...elsewhere, seen('T1', '2025-11-01', 40))).toEqual({
    ...{ failedOn: '2025-11-01', followedTo: '2025-11-01' },
  });
});

test('a new lesion at the margin is a local failure', () => {
  expect(
    control(
      seen('T1', '2025-01-02', 30),
      seen('N1', '2025-06-01', 12, { role: 'NEW', field: 'MARGINAL' }),
    ),
  ).toEqual({ failedOn: '2025-06-01', followedTo: '2025-06-01' });
});
