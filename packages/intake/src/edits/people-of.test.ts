import type { ClinicalRecord } from '@nodp/record';
import { expect, test } from 'vitest';
import type { ReadUnit } from '../units.ts';
import type { Person } from './edit.ts';
import { peopleOf } from './people-of.ts';

const day = (date: string) => ({ date, precision: 'day' as const });
const unit = (patient: string | null, ...records: object[]) =>
  ({ patient, reading: { outcome: 'read', records, warnings: [] } }) as unknown as ReadUnit;
const patient = (more: object) => ({
  ...{ kind: 'patient', sex: 'UNKNOWN', born: null, died: null },
  ...more,
});
const tumour = (id: string, more: object = {}) =>
  ({
    ...{ kind: 'tumour', source: { id }, spread: 'PRIMARY', topography: 'C34.1' },
    ...{ morphology: '8140/3', diagnosed: day('2020-03-01') },
    ...more,
  }) as unknown as ClinicalRecord;
const known: Person = {
  ...{ sex: 'MALE', born: day('1950-01-01'), died: day('2024-02-03') },
  tumours: [{ key: 'old', topography: 'C16.0', morphology: null, diagnosed: day('2019-01-01') }],
};
const of = (...units: ReadUnit[]) => peopleOf(units, new Map([['p', known]])).get('p');

test('what a submission does not speak of stays, what it says stands', () => {
  expect(of(unit('p', patient({})))).toEqual(known);
  expect(
    of(unit('p', patient({ sex: 'FEMALE', born: day('1951-05-06'), died: day('2025-01-01') }))),
  ).toEqual({ ...known, sex: 'FEMALE', born: day('1951-05-06'), died: day('2025-01-01') });
});

test('what it deletes is gone, each by its own name', () => {
  expect(of(unit('p', patient({ deletes: ['sex'] })))).toEqual({ ...known, sex: 'UNKNOWN' });
  expect(of(unit('p', patient({ deletes: ['born'] })))).toEqual({ ...known, born: null });
  expect(of(unit('p', patient({ deletes: ['death'] })))).toEqual({ ...known, died: null });
});

test('a death is of the person; one without a day leaves the day that was known', () => {
  const death = (died: object | null) => ({ kind: 'death', died });
  expect(of(unit('p', death(day('2024-03-04'))))?.died).toEqual(day('2024-03-04'));
  expect(of(unit('p', death(null)))).toEqual(known);
  expect(of(unit('p', { kind: 'treatment', died: day('2024-03-04') }))).toEqual(known);
});

test('primaries are added to those known, or take the place of one with their key; secondaries are none', () => {
  const found = of(
    unit('p', tumour('new')),
    unit('p', tumour('old', { topography: 'C16.2' })),
    unit('p', tumour('second', { spread: 'SECONDARY' })),
    unit('p', { kind: 'stage', source: { id: 's' }, spread: 'PRIMARY' }),
  );
  expect(found?.tumours).toEqual([
    { key: 'old', topography: 'C16.2', morphology: '8140/3', diagnosed: day('2020-03-01') },
    { key: 'new', topography: 'C34.1', morphology: '8140/3', diagnosed: day('2020-03-01') },
  ]);
  expect(found).toMatchObject({ sex: 'MALE', born: known.born });
});

test('units about nobody, and units that were not read, say nothing; somebody new begins as nobody', () => {
  const people = peopleOf(
    [
      unit(null, patient({ sex: 'FEMALE' })),
      { patient: 'p', reading: { outcome: 'retained', reason: '' } } as unknown as ReadUnit,
      unit('q', tumour('t')),
    ],
    new Map([['p', known]]),
  );
  expect([...people.keys()]).toEqual(['p', 'q']);
  expect(people.get('p')).toBe(known);
  expect(people.get('q')).toMatchObject({ sex: 'UNKNOWN', born: null, tumours: [{ key: 't' }] });
});
