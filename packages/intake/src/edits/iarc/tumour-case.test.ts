import type { RecordOf } from '@nodp/record';
import { expect, test } from 'vitest';
import type { About } from '../edit.ts';
import { atLeast, between, ofTumour, type TumourCase, younger } from './tumour-case.ts';

const day = (date: string) => ({ date, precision: 'day' as const });
const year = (date: string) => ({ date, precision: 'year' as const });
const tumour = (more: Partial<RecordOf<'tumour'>> = {}) =>
  ({
    ...{ kind: 'tumour', spread: 'PRIMARY', topography: 'C34.1', morphology: '8140/3' },
    ...{ basisOfDiagnosis: '7', diagnosed: day('2020-03-01') },
    ...more,
  }) as RecordOf<'tumour'>;
const about = (born: About['person'] | 'nobody' = null): About => ({
  person: born === 'nobody' ? null : born,
  today: day('2026-11-29'),
});
const person = (born: ReturnType<typeof day> | ReturnType<typeof year>, sex = 'MALE'): About =>
  about({ sex, born, died: null, tumours: [] });

/** What an edit sees of a record. */
const seen = (record: RecordOf<'tumour'>, beside: About): TumourCase => {
  let found: TumourCase | null = null;
  const probe = ofTumour({
    ...{ title: { en: 'A', zh: '甲' }, fields: [], source: '' },
    when: (one) => {
      found = one;
      return false;
    },
  });
  expect(probe.find(record, beside)).toBeNull();
  if (found === null) throw new Error('The edit was not asked.');
  return found;
};

test('a primary as edits read it, and one of which little is said', () => {
  expect(seen(tumour(), person(day('1950-03-02')))).toEqual({
    ...{ age: { least: 69, most: 69 }, sex: 'MALE', topography: 'C34.1', site: 'C34' },
    ...{ histology: 8140, behaviour: '3', basis: '7' },
  });
  const little = tumour({ topography: null, morphology: null, basisOfDiagnosis: null });
  expect(seen(little, about('nobody'))).toEqual({
    ...{ age: null, sex: 'UNKNOWN', topography: '', site: '', histology: 0, behaviour: '' },
    basis: null,
  });
});

test('the same record beside another person is another case', () => {
  const record = tumour();
  expect(seen(record, person(day('1950-03-02'))).sex).toBe('MALE');
  expect(seen(record, person(day('1950-03-02'), 'FEMALE')).sex).toBe('FEMALE');
});

test('ages known to the year alone are certain of nothing between', () => {
  const one = seen(tumour(), person(year('1950')));
  expect(one.age).toEqual({ least: 69, most: 70 });
  expect([younger(one, 70), younger(one, 71)]).toEqual([false, true]);
  expect([atLeast(one, 69), atLeast(one, 70)]).toEqual([true, false]);
  expect([between(one, 69, 70), between(one, 69, 69), between(one, 70, 75)]).toEqual([
    ...[true, false, false],
  ]);
  const unknown = seen(tumour(), about('nobody'));
  expect([younger(unknown, 200), atLeast(unknown, 0)]).toEqual([false, false]);
});

test('what is found tells the values of the fields that the edit reads, in both languages', () => {
  const told = (fields: readonly string[], record = tumour(), beside = person(day('1950-03-02'))) =>
    ofTumour({
      ...{ title: { en: 'Title', zh: '标题' }, fields, source: '' },
      when: () => true,
    }).find(record, beside)?.reason;
  expect(told(['topography'])).toEqual({
    en: 'Title (C34.1, 8140/3).',
    zh: '标题（C34.1，8140/3）。',
  });
  expect(told(['age', 'basisOfDiagnosis'])).toEqual({
    en: 'Title (C34.1, 8140/3, age 69, basis 7).',
    zh: '标题（C34.1，8140/3，69岁，诊断依据 7）。',
  });
  expect(told(['age'], tumour({ morphology: null }), about('nobody'))?.en).toBe('Title (C34.1).');
  expect(told(['topography'], tumour({ topography: null }))?.en).toBe('Title (8140/3).');
  expect(told(['topography'], tumour({ spread: 'SECONDARY' }))).toBeUndefined();
});
