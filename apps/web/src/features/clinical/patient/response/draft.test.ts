import { describe, expect, test } from 'vitest';
import type { Lesion } from './data.ts';
import { draftOf, firstDraft, inputOf, nextDraft, nextName, withName } from './draft.ts';

const T1: Lesion = {
  ...{ id: 'les_1', lesion: 'T1', role: 'TARGET', state: 'MEASURED', node: false, own: true },
  organ: { system: null, code: '10200004', label: { en: 'Liver', zh: '肝' } },
  ...{ date: '2026-01-05', millimetres: 30.5, modality: 'MR', sliceMillimetres: 5, site: 'VII' },
  ...{
    studyUid: null,
    seriesUid: null,
    measuredBy: 'Li',
    note: null,
    tumour: null,
    fieldPosition: null,
  },
  ...{ enteredBy: 'x', enteredAt: '2026-01-06T00:00:00Z' },
};
const words = (lesion: Lesion) => lesion.organ?.label.en ?? '';
const T2 = { ...T1, lesion: 'T2' };
const N1: Lesion = { ...T1, lesion: 'N1', role: 'NON_TARGET', state: 'PRESENT' };

describe('the name that a form offers', () => {
  test.each([
    ['the first of a patient', [], '2026-03-01', 'T1'],
    ['a lesion that is followed', [T2, T1], '2026-03-01', 'T1'],
    [
      'the next that is not entered of the day',
      [T1, T2, { ...T1, date: '2026-03-01' }],
      '2026-03-01',
      'T2',
    ],
    ['another when all are', [T1, T2], '2026-01-05', 'T3'],
  ])('%s', (_, lesions, date, name) => {
    expect(nextName(lesions, date, 'TARGET')).toBe(name);
  });
});

test('a lesion that is known brings its kind, organ and method; a new one nothing', () => {
  const draft = { ...firstDraft([], words, 'Li'), modality: '' };
  expect(withName(draft, 't1', [T1], words)).toMatchObject({
    organ: 'Liver',
    site: 'VII',
    modality: 'MR',
  });
  expect(withName(draft, 'N1', [N1], words)).toMatchObject({
    role: 'NON_TARGET',
    state: 'PRESENT',
  });
  expect(withName(draft, 'T9', [T1], words)).toMatchObject({
    lesion: 'T9',
    organ: '',
    role: 'TARGET',
  });
});

test('after one is kept, the next of the same examination: day, method, series and reader stay', () => {
  const stored = {
    ...draftOf(T1, words),
    date: '2026-03-01',
    seriesUid: '1.2',
    millimetres: '12.5',
  };
  const next = nextDraft(stored, [T1, T2, { ...T1, date: '2026-03-01' }], words);
  expect(next).toMatchObject({
    lesion: 'T2',
    date: '2026-03-01',
    seriesUid: '1.2',
    measuredBy: 'Li',
    millimetres: '',
  });
});

test('a length that no longer applies is not sent', () => {
  const draft = draftOf(T1, words);
  expect(inputOf(draft)).toMatchObject({ millimetres: '30.5', tumour: null });
  expect(inputOf({ ...draft, state: 'ABSENT' })).toMatchObject({ millimetres: '' });
});
