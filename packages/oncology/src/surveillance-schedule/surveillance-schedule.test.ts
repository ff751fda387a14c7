import { expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { dueDates, dueStates } from './due-dates.ts';
import { SURVEILLANCE_DUE } from './rule.ts';
import { SCHEDULES, scheduleOf } from './schedules.ts';

testCases<Record<string, unknown>>(cases, (given) => SURVEILLANCE_DUE.decide(given));

test('CEA after a colorectal operation: every three months for three years, then every six to five', () => {
  const schedule = scheduleOf('colorectum', 'II');
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
  expect(scheduleOf('brain', 'I')).toBeNull();
  expect(scheduleOf('lung', 'IV')).toBeNull();
});
