import { expect, test } from 'vitest';
import type { Lesion } from '../patient/response/data.ts';
import { followedOf, readingsOf } from './follow.ts';
import type { Measurement } from './stage/measurements.ts';

const lesion = (name: string, date: string, more: Partial<Lesion> = {}) =>
  ({ lesion: name, date, role: 'TARGET', state: 'MEASURED', millimetres: 20, ...more }) as Lesion;
const measurement = (more: Partial<Measurement>) =>
  ({ study: '1', lesion: 'T1', by: 'a', longMm: 20, centre: [1, 2, 3], ...more }) as Measurement;

test('a target of the baseline is looked for on the next study, where it was measured', () => {
  const lesions = [
    lesion('T1', '2026-01-01'),
    lesion('T2', '2026-01-01'),
    lesion('T1', '2026-03-01'),
  ];
  const followed = followedOf(lesions, [measurement({})], '2', '2026-03-01');
  expect(followed.map(({ name, done, centre }) => [name, done !== null, centre])).toEqual([
    ['T1', true, [1, 2, 3]],
    ['T2', false, null],
  ]);
});

test('the last examination before counts, and the day itself is not before', () => {
  const lesions = [
    lesion('T1', '2026-01-01', { millimetres: 30 }),
    lesion('T1', '2026-02-01', { millimetres: 22 }),
    lesion('T1', '2026-03-01', { millimetres: 18 }),
  ];
  expect(followedOf(lesions, [], '2', '2026-03-01')[0]?.last.millimetres).toBe(22);
});

test('non-target lesions and those that could not be judged are not measured again', () => {
  const lesions = [
    lesion('NT1', '2026-01-01', { role: 'NON_TARGET' }),
    lesion('T3', '2026-01-01', { state: 'NOT_EVALUABLE' }),
  ];
  expect(followedOf(lesions, [], '2', '2026-03-01')).toEqual([]);
});

test('two readers of one lesion, each by the last word', () => {
  const all = [
    measurement({ by: 'b', longMm: 23 }),
    measurement({ by: 'a', longMm: 20.5 }),
    measurement({ by: 'a', longMm: 40 }),
    measurement({ by: 'c', longMm: 50, study: '9' }),
  ];
  expect(readingsOf(all, '1')).toEqual([
    {
      lesion: 'T1',
      readers: [
        { by: 'b', mm: 23 },
        { by: 'a', mm: 20.5 },
      ],
      difference: 2.5,
    },
  ]);
  expect(readingsOf(all.slice(1), '1')).toEqual([]);
});
