import { expect, test } from 'vitest';
import type { TaskFacts } from '../facts.ts';
import { storedStandings } from '../screening.ts';
import { screeningRecall } from './screening-recall.ts';

const asked = { today: '2026-11-30', rules: new Set(['screening-course']) };
const round = (testedOn: string, result: string | null, more: object = {}) => ({
  ...{ institutionId: 'i1', programme: 'lung', test: null, result },
  ...{ invitedOn: null, invitedPrecision: null, declinedOn: null, declinedPrecision: null },
  ...{ testedOn, testedPrecision: 'day' as const },
  ...more,
});
const facts = (...screening: ReturnType<typeof round>[]) =>
  ({ screening, tumours: [], care: ['i1'], dead: false, diedOn: null }) as unknown as TaskFacts;

test('a recall is a task from the day after it was due', () => {
  const due = (today: string) =>
    screeningRecall.find(facts(round('2026-05-30', '3')), { ...asked, today });
  expect(due('2026-11-30')).toEqual({ tasks: [], recheckOn: '2026-12-01' });
  expect(due('2026-12-01').tasks).toMatchObject([
    { institutionId: 'i1', dueOn: '2026-11-30', subject: 'lung 2026-05-30 2026-11-30' },
  ]);
});

test('work-up is due from the day of the test; a later negative test ends it', () => {
  expect(screeningRecall.find(facts(round('2026-11-30', '4B')), asked).tasks).toHaveLength(1);
  const both = facts(round('2026-11-01', '4B'), round('2026-11-20', '2'));
  expect(screeningRecall.find(both, asked)).toEqual({ tasks: [], recheckOn: null });
});

test('a negative result, one without an interval, one of no scale and an opt-out make no task', () => {
  for (const none of [
    round('2024-01-01', '1'),
    round('2024-01-01', 'what'),
    round('2024-01-01', null),
    round('2024-01-01', 'positive', { programme: 'cervix' }),
    round('2024-01-01', '4A', { declinedOn: '2024-02-01', declinedPrecision: 'day' }),
  ])
    expect(screeningRecall.find(facts(none), asked).tasks).toEqual([]);
});

test('a positive result whose interval has no source waits for its work-up all the same', () => {
  const positive = round('2024-01-01', 'positive', { programme: 'cervix', test: 'hpv' });
  expect(screeningRecall.find(facts(positive), asked).tasks).toMatchObject([
    { dueOn: '2024-01-01', subject: 'cervix 2024-01-01 2024-01-01' },
  ]);
});

test('out of force, the rule finds nothing and stands nobody', () => {
  const off = { ...asked, rules: new Set<string>() };
  const given = facts(round('2026-01-01', '4B'));
  expect(screeningRecall.find(given, off)).toEqual({ tasks: [], recheckOn: null });
  expect(storedStandings(given, off)).toEqual([]);
  expect(storedStandings(given, asked)).toMatchObject([{ programme: 'lung', institutionId: 'i1' }]);
});
