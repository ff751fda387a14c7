import { expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { dueDates, dueStates } from './due-dates.ts';
import { SURVEILLANCE_DUE } from './rule.ts';
import { type FollowedCancer, scheduleOf } from './schedule-of.ts';
import { SCHEDULES } from './schedules.ts';

testCases<Record<string, unknown>>(cases, (given) => SURVEILLANCE_DUE.decide(given));

const followed = (
  siteGroup: string,
  broadStage: string | null,
  more: Partial<FollowedCancer> = {},
): string | null =>
  scheduleOf({
    siteGroup,
    broadStage,
    stageGroup: null,
    topography: null,
    morphology: null,
    after: 'operation',
    ...more,
  })?.id ?? null;

test('CEA after a colorectal operation: every three months for three years, then every six to five', () => {
  const schedule = SCHEDULES['colorectum-2-3'];
  const [cea] = schedule?.examinations ?? [];
  const due = dueDates('2020-02-29', cea?.stretches ?? [], 120);
  expect(due).toHaveLength(12 + 4);
  expect([due[0], due[11], due[12], due[15]]).toEqual([
    '2020-05-29',
    '2023-02-28',
    '2023-08-29',
    '2025-02-28',
  ]);
});

test('done, due, overdue and planned; one examination meets one date', () => {
  const dates = ['2024-04-01', '2024-07-01', '2024-10-01', '2025-01-01'];
  expect(dueStates(dates, ['2024-04-10'], '2024-10-10', null).map(({ state }) => state)).toEqual([
    'done',
    'overdue',
    'due',
    'planned',
  ]);
  expect(dueStates(dates, [], '2024-10-10', '2024-05-01')).toHaveLength(1);
});

test('every schedule is asked for by a site, and gives dates', () => {
  for (const { examinations } of Object.values(SCHEDULES))
    for (const { stretches } of examinations)
      expect(dueDates('2024-01-01', stretches, 60).length).toBeGreaterThan(0);
  expect(followed('brain', 'I')).toBeNull();
  expect(followed('lung', 'IV')).toBeNull();
});

test.each<[string, string, string, string | null, Partial<FollowedCancer>, string | null]>([
  ['colorectum', 'C18.7', '8140/3', 'II', {}, 'colorectum-2-3'],
  ['colorectum', 'C21.0', '8070/3', 'II', {}, null],
  ['colorectum', 'C20.9', '8140/3', 'III', { after: 'radiotherapy' }, null],
  ['colorectum', 'C20.9', '8240/3', 'I', {}, null],
  ['lung', 'C34.1', '8140/3', 'I', {}, 'lung-1-2'],
  ['lung', 'C34.1', '8041/3', 'I', {}, null],
  ['lung', 'C34.1', '8070/3', 'III', { after: 'radiotherapy' }, 'lung-3'],
  ['liver', 'C22.0', '8170/3', 'I', {}, 'liver'],
  ['liver', 'C22.1', '8160/3', 'I', {}, null],
  ['stomach', 'C16.2', '8936/3', 'II', {}, null],
  ['thyroid', 'C73.9', '8260/3', 'I', {}, 'thyroid'],
  ['thyroid', 'C73.9', '8345/3', 'II', {}, null],
  ['bladder', 'C67.2', '8120/3', 'I', { stageGroup: 'I' }, 'bladder'],
  ['bladder', 'C67.2', '8120/3', 'III', { stageGroup: 'IIIA' }, null],
  ['kidney', 'C64.9', '8310/3', 'II', {}, 'kidney'],
  ['kidney', 'C65.9', '8120/3', 'II', {}, null],
  ['melanoma', 'C44.5', '8720/3', 'II', { stageGroup: 'IIB' }, 'melanoma'],
  ['melanoma', 'C44.5', '8720/3', 'II', { stageGroup: 'IIA' }, null],
  ['ovary', 'C56.9', '8441/3', 'III', {}, 'ovary'],
  ['ovary', 'C56.9', '9060/3', 'I', {}, null],
  ['breast', 'C50.4', '8500/3', null, { after: 'radiotherapy' }, 'breast'],
  ['breast', 'C50.4', '9020/3', 'I', {}, null],
])('%s, %s %s, stage %s, %o is followed by %s', (site, topography, morphology, stage, more, id) => {
  expect(followed(site, stage, { topography, morphology, ...more })).toBe(id);
});
