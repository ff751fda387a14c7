import { describe, expect, test } from 'vitest';
import type { LesionSeen } from '../recist/timepoints.ts';
import { testCases } from '../testing/cases.ts';
import { clashOf, nameAsBefore, remarksOn } from './beside-others.ts';
import cases from './cases.json' with { type: 'json' };
import { readLesion, type TypedLesion } from './lesion-entry.ts';

const TYPED: TypedLesion = {
  ...{ lesion: 'T1', role: 'TARGET', state: 'MEASURED', organ: '', site: '', node: false },
  ...{ date: '2026-03-01', millimetres: '20', modality: '', sliceMillimetres: '' },
  ...{ seriesUid: '', measuredBy: '', note: '', field: null },
};
const SEEN: LesionSeen = {
  ...{ lesion: 'T1', role: 'TARGET', state: 'MEASURED', node: false, day: '2026-03-01' },
  ...{ tenths: 200, modality: 'CT', organ: { en: 'liver', zh: '肝' } },
};

const read = (given: Partial<TypedLesion>) => readLesion({ ...TYPED, ...given }, '2026-11-29');

describe('what is typed is read', () => testCases(cases.read, read));
describe('what cannot be is refused at its field', () => testCases(cases.refused, read));
describe('remarks beside the other lesions', () =>
  testCases<{ entry: Partial<LesionSeen>; others: Partial<LesionSeen>[] }>(
    cases.remarks,
    ({ entry, others }) =>
      remarksOn(
        { ...SEEN, ...entry },
        others.map((one) => ({ ...SEEN, ...one })),
      ),
  ));

test('one lesion is recorded once a day, whatever the case of its name', () => {
  expect(clashOf({ ...SEEN, lesion: 't1' }, [SEEN])?.en).toContain('recorded already');
  expect(clashOf({ ...SEEN, day: '2026-03-02' }, [SEEN])).toBeNull();
  expect(nameAsBefore('t1', [SEEN])).toBe('T1');
  expect(nameAsBefore('T2', [SEEN])).toBe('T2');
});

test('every length to a tenth of a millimetre is kept as it was typed', () => {
  for (let tenths = 1; tenths <= 5000; tenths++)
    expect(read({ millimetres: (tenths / 10).toFixed(1) })).toMatchObject({ read: { tenths } });
});
