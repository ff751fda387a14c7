import { expect, test } from 'vitest';
import { stage, tumour, written } from '../testing/reports.ts';
import { PATIENT_SUMMARY_VERSION, summarise } from './patient-summary.ts';
import { storedSummary } from './stored-summary.ts';

test('a patient with a staged tumour is stored column by column, with what decided', () => {
  const stored = storedSummary(
    summarise({
      born: written('1960-05-20'),
      tumours: [
        tumour({ id: 'a', diagnosed: '2020-06-01', topography: 'C34.1', morphology: '8140/3' }),
      ],
      stages: [
        stage({ id: '1', tumourSourceId: 'a', classification: 'p', value: 'IIB' }),
        stage({ id: '2', tumourSourceId: 'a', classification: 'y', value: 'IA' }),
        stage({ id: '3', tumourSourceId: 'a', axis: 'T', classification: 'p', value: 'T2a' }),
        stage({ id: '4', tumourSourceId: 'a', axis: 'N', classification: 'c', value: 'N1' }),
        stage({ id: '5', tumourSourceId: 'a', axis: 'M', classification: 'c', value: 'M0' }),
      ],
    }),
  );
  expect(stored).toMatchObject({
    leadingTumourId: 'a',
    leadingSiteGroup: 'lung',
    leadingDiagnosedOn: '2020-06-01',
    broadStage: 'STAGE_II',
    tumours: [
      {
        tumourId: 'a',
        stageGroup: 'IIB',
        broadStage: 'STAGE_II',
        axis: 'group',
        classification: 'p',
        stageId: '1',
        t: 'T2a',
        n: 'N1',
        m: 'M0',
        tnm: 'pT2a cN1 cM0',
        age: 60,
        explanation: {
          why: ['only-one'],
          missing: [],
          setAside: [{ reportId: '2', because: 'after-treatment' }],
        },
        ruleVersion: PATIENT_SUMMARY_VERSION,
      },
    ],
  });
});

test('where nothing is known, unknown is stored, and no reason for a stage', () => {
  expect(storedSummary(summarise({ born: null, tumours: [], stages: [] }))).toEqual({
    leadingTumourId: null,
    leadingSiteGroup: null,
    leadingDiagnosedOn: null,
    broadStage: 'UNKNOWN',
    tumours: [],
  });
  const unstaged = storedSummary(
    summarise({ born: null, tumours: [tumour({ id: 'a' })], stages: [] }),
  );
  expect(unstaged.tumours).toMatchObject([
    {
      stageGroup: null,
      broadStage: 'UNKNOWN',
      axis: null,
      classification: null,
      stageId: null,
      t: null,
      tnm: '',
      age: null,
      explanation: { why: [], missing: ['no-stage'], setAside: [] },
    },
  ]);
});
