import { expect, test } from 'vitest';
import { prognosticStages } from './prognostic-stages.ts';
import type { PrognosticRecord } from './record.ts';
import { breast, day } from './testing.ts';

const on = day('2024-03-20');
const stage = (axis: string, classification: string, value: string) => ({
  ...{ axis, classification, value },
  assessed: on,
});
const tested = (marker: string, finding: 'positive' | 'negative' | 'equivocal') => ({
  ...{ marker, finding, percent: null },
  tested: day('2024-03-02'),
});

const of = (more: Partial<PrognosticRecord>) =>
  prognosticStages({ ...breast, ...more }).map(({ classification, derived }) => ({
    classification,
    group: derived.value?.group ?? null,
    possible: derived.possible,
    because: derived.because,
  }));

const t2n0 = [stage('T', 'p', 'T2'), stage('N', 'p', 'N0'), stage('M', 'c', 'M0')];
const receptors = [tested('HER2', 'negative'), tested('ER', 'positive'), tested('PR', 'positive')];

test.each([
  [
    'pT2 N0 G2 HER2− ER+ PR+ is IA, where the anatomic stage is IIA',
    { grade: '2', biomarkers: receptors },
    ['IA'],
  ],
  [
    'pT2 N0 G3, all three negative, is IIA',
    {
      grade: '3',
      biomarkers: ['HER2', 'ER', 'PR'].map((marker) => tested(marker, 'negative')),
    },
    ['IIA'],
  ],
  [
    'without the grade the groups that it would decide between',
    { grade: null, biomarkers: receptors },
    ['IA', 'IB'],
  ],
])('%s', (_, more, possible) => {
  expect(of({ stages: t2n0, ...more })[0]?.possible).toEqual(possible);
});

test('an equivocal HER2 is not guessed: both groups stay open', () => {
  const biomarkers = [
    tested('HER2', 'equivocal'),
    tested('ER', 'positive'),
    tested('PR', 'negative'),
  ];
  const [found] = of({ stages: t2n0, grade: '2', biomarkers });
  expect(found?.possible).toEqual(['IB', 'IIA']);
});

test('clinical and pathological are two answers; after neoadjuvant treatment there is none', () => {
  const both = [...t2n0, stage('T', 'c', 'T1c'), stage('N', 'c', 'N0')];
  expect(
    of({ stages: both, grade: '2', biomarkers: receptors }).map(
      ({ classification }) => classification,
    ),
  ).toEqual(['c', 'p']);
  expect(of({ stages: [stage('T', 'y', 'T1'), stage('N', 'y', 'N0')] })).toEqual([]);
});

test('before 2018 there was no such table, and of another organ there is none', () => {
  const early = of({
    stages: t2n0,
    grade: '2',
    biomarkers: receptors,
    diagnosed: day('2016-03-01'),
  });
  expect(early[0]).toMatchObject({ group: null, because: 'edition-not-held' });
  expect(of({ stages: t2n0, site: 'lung' })).toEqual([]);
});
