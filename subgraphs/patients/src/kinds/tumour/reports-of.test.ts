import { describe, expect, test } from 'vitest';
import { namesAnother } from './names-another.ts';
import { type CheckedTumour, recordedTumour } from './recorded-tumour.ts';
import { reportIds, reportsOf } from './reports-of.ts';
import { morphologyOf } from './said-of.ts';

const tumour = (id: string, institutionId: string, more: Partial<CheckedTumour> = {}) =>
  ({
    ...{ id, institutionId, sourceId: id, relatedSourceId: null, kind: 'PRIMARY' },
    ...{ siteGroup: 'colorectum', topography: 'C18.7', morphology: '8140/3', icd10: null },
    ...{ foundMorphology: null, foundGrade: null, grade: null, laterality: null },
    ...{ basisOfDiagnosis: null, sentSystem: null, sentCode: null },
    ...{ diagnosedOn: '2024-03-02', diagnosedPrecision: 'day' },
    ...more,
  }) as CheckedTumour;

const first = tumour('T1', 'A');
const again = tumour('T9', 'B', { diagnosedOn: '2024-04-01', morphology: '8000/3', grade: '2' });
const breast = tumour('T2', 'B', { siteGroup: 'breast', topography: 'C50.4' });

test('two hospitals that report one cancer report one primary, the first diagnosed first', () => {
  expect(reportsOf(again, [again, breast, first]).map(({ id }) => id)).toEqual(['T1', 'T9']);
  expect(reportIds('T2', [again, breast, first])).toEqual(['T2']);
  const metastasis = tumour('M', 'A', { kind: 'SECONDARY' });
  expect(reportsOf(metastasis, [first, metastasis])).toEqual([metastasis]);
});

test('the histology that says most, whichever hospital sent it', () => {
  expect(morphologyOf([again, first])).toBe('8140/3');
  expect(morphologyOf([again])).toBe('8000/3');
  expect(morphologyOf([{ ...again, foundMorphology: '8480/3' }, first])).toBe('8480/3');
  expect(morphologyOf([])).toBeNull();
});

describe('whether a record names another tumour', () => {
  const of = (tumours: readonly CheckedTumour[]) =>
    namesAnother(reportsOf(first, tumours), tumours);
  const record = (institutionId: string, tumourSourceId: string | null) => ({
    institutionId,
    tumourSourceId,
  });
  test.each([
    ['none', record('B', null), false],
    ['its own report', record('A', 'T1'), false],
    ['the other hospital’s report of it', record('B', 'T9'), false],
    ['another primary', record('B', 'T2'), true],
    ['a key never sent, by a hospital that reports it', record('A', 'T7'), true],
    ['a key never sent, by a hospital that reports nothing', record('C', 'T7'), true],
  ])('%s', (_, named, other) => {
    expect(of([first, again, breast])(named)).toBe(other);
  });
  test('of a patient with one primary a key never sent is of it', () => {
    expect(of([first, again])(record('C', 'T7'))).toBe(false);
  });
});

test('a size and the nodes counted are of the one primary that two hospitals report', () => {
  const { recorded } = recordedTumour(first, {
    ...{ bornOn: '1960-05-01', bornPrecision: 'day', stages: [], tumours: [first, again], p16: [] },
    treatments: [
      {
        ...{ kind: 'SURGERY', startedOn: '2024-05-02', startedPrecision: 'day' },
        ...{ tumourSourceId: 'T9', institutionId: 'B' },
      },
    ],
    observations: [
      {
        ...{ code: '21893-3', at: '2024-05-03T00:00:00Z', value: 5, unit: null },
        ...{ normalValue: null, referenceHigh: null, comparator: null, notFinal: null },
      },
    ],
  });
  expect(recorded.nodes).toEqual([{ count: 5, day: '2024-05-03' }]);
  expect(recorded.treatments?.map(({ kind }) => kind)).toEqual(['SURGERY']);
  expect(recorded.grade).toBe('2');
  expect(recorded.morphology).toBe('8140/3');
});
