import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toCirce } from '@nodp/circe/exchange';
import { generateCohort } from '@nodp/circe/sql';
import type { CohortDefinition } from '@nodp/cohorts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Rows, writeRelease } from '../testing/write-release.ts';
import { type Omop, openOmop } from './open-omop.ts';

const person = (person_key: number, more: object) => ({
  record_key: person_key * 10,
  person_key,
  case_number: 1,
  sex: 'FEMALE',
  age: 60,
  diagnosis_year: 2020,
  diagnosis_month: 3,
  site_group: 'lung',
  origin_days: 0,
  survival_days: 400,
  died: false,
  ...more,
});

const ROWS: Rows = {
  cases: [
    person(1, {}),
    person(2, { sex: 'MALE', survival_days: 100, died: true }),
    person(3, { site_group: 'stomach' }),
    person(4, { diagnosis_year: 2015 }),
  ],
  treatments: [
    { person_key: 1, kind: 'SYSTEMIC', drug: 'osimertinib', start_days: 20, duration_days: 30 },
    { person_key: 2, kind: 'SURGERY', start_days: 10 },
    { person_key: 3, kind: 'SYSTEMIC', drug: 'cisplatin', start_days: 300 },
    { person_key: 4, kind: 'SYSTEMIC', start_days: 5 },
  ],
  biomarkers: [
    { person_key: 1, biomarker: 'EGFR', finding: 'positive', tested_days: 3 },
    { person_key: 2, biomarker: 'EGFR', finding: 'negative', tested_days: 3 },
  ],
};

let folder: string;
let omop: Omop;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'omop-'));
  await writeRelease(folder, ROWS);
  omop = await openOmop(folder);
});
afterAll(async () => {
  omop.close();
  await rm(folder, { recursive: true });
});

const members = async (definition: CohortDefinition): Promise<string[]> => {
  const { expression, notes } = toCirce(definition);
  expect(notes.filter(({ kind }) => kind === 'LEFT_OUT')).toEqual([]);
  const { periods } = await generateCohort(expression, omop, { cdmSchema: 'cdm' });
  return periods.map(({ subjectId }) => subjectId);
};

it.each<[string, CohortDefinition, string[]]>([
  ['everyone', { all: [] }, ['1', '2', '3', '4']],
  ['a site', { all: [{ site: ['lung'] }] }, ['1', '2', '4']],
  ['years', { all: [{ site: ['lung'] }, { year: { from: 2018, to: 2022 } }] }, ['1', '2']],
  ['a sex', { all: [{ sex: ['MALE'] }] }, ['2']],
  ['a drug', { all: [{ treatment: { drugs: ['osimertinib'] } }] }, ['1']],
  ['any drug', { all: [{ treatment: { kind: 'SYSTEMIC' } }] }, ['1', '3', '4']],
  ['an operation', { all: [{ treatment: { kind: 'SURGERY' } }] }, ['2']],
  [
    'a finding',
    { all: [{ not: { biomarker: { biomarker: 'EGFR', findings: ['POSITIVE'] } } }] },
    ['2', '3', '4'],
  ],
  [
    'days from the diagnosis',
    {
      all: [
        {
          time: {
            index: { event: { mark: 'DIAGNOSIS' } },
            meets: { occurs: { event: { treatment: { kind: 'SYSTEMIC' } }, from: 0, to: 90 } },
          },
        },
      ],
    },
    ['1', '4'],
  ],
  [
    'a death within days',
    {
      all: [
        {
          time: {
            index: { event: { mark: 'DIAGNOSIS' } },
            meets: { occurs: { event: { mark: 'DEATH' }, from: 0, to: 100 } },
          },
        },
      ],
    },
    ['2'],
  ],
])('circe finds in a release who our definition means: %s', async (_, definition, expected) => {
  expect(await members(definition)).toEqual(expected);
});

it('keeps what lies between two events, and ties them to their episode', async () => {
  expect(
    await omop.rows(`SELECT CAST(D.drug_exposure_start_date - C.condition_start_date AS INTEGER) AS days
FROM cdm.drug_exposure D JOIN cdm.condition_occurrence C ON C.person_id = D.person_id WHERE D.person_id = 1`),
  ).toEqual([{ days: 20 }]);
  expect(
    await omop.rows(
      'SELECT CAST(count(*) AS INTEGER) AS n FROM cdm.episode_event JOIN cdm.episode USING (episode_id)',
    ),
  ).toEqual([{ n: 4 }]);
});
