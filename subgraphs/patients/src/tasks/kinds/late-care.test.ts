import { CRITICAL_VALUE } from '@nodp/oncology';
import { expect, test } from 'vitest';
import { addDays } from '../days.ts';
import type { TaskFacts } from '../facts.ts';
import { criticalValue } from './critical-value.ts';
import { treatmentLate } from './treatment-late.ts';

const asked = { today: '2026-11-30', rules: new Set<string>([CRITICAL_VALUE.id]) };
const result = (more: object) => ({
  ...{ id: 'o1', institutionId: 'i1', on: '2026-11-29', code: '2823-3', value: 6.5 },
  ...{ comparator: null, unit: 'mmol/L', ...more },
});
const critical = (...results: object[]) =>
  criticalValue.find({ critical: results.map(result) } as unknown as TaskFacts, asked);

test('a critical value is a task of its day at the institution that recorded it, one for each result', () => {
  const { tasks, recheckOn } = critical({}, { id: 'o2', value: 2.7 }, { id: 'o3', value: 4 });
  expect(tasks).toMatchObject([
    { institutionId: 'i1', subject: 'o1', dueOn: '2026-11-29', ruleId: 'critical-value' },
    { subject: 'o2' },
  ]);
  expect(tasks[0]?.why.en).toContain('Potassium 6.5 mmol/L on 2026-11-29. Over 6.2 mmol/L');
  expect(tasks[1]?.why.zh).toContain('低于2.8 mmol/L');
  expect(recheckOn).toBe('2026-12-30');
});

test('nothing of an old value, another unit, a code that nobody limits, or while the board has the rule out of force', () => {
  expect(critical({ on: '2026-10-31' }).tasks).toHaveLength(1);
  expect(critical({ on: '2026-10-30' }, { unit: 'mg/dL' }, { code: '33762-6' })).toEqual({
    tasks: [],
    recheckOn: null,
  });
  const facts = { critical: [result({})] } as unknown as TaskFacts;
  expect(criticalValue.find(facts, { ...asked, rules: new Set() }).tasks).toEqual([]);
});

const late = (...unmet: object[]) =>
  treatmentLate.find(
    {
      unmet: unmet.map((one) => ({
        ...{ institutionId: 'i1', tumourId: 't1', code: 'MAC', diagnosedOn: '2026-07-01', ...one },
      })),
    } as unknown as TaskFacts,
    asked,
  );

test('a treatment that its window closed without is a task until it is no longer late but not given', () => {
  const { tasks, recheckOn } = late({}, { code: 'BCSRT', diagnosedOn: '2026-07-01' });
  expect(tasks).toMatchObject([{ subject: 'MAC t1', dueOn: '2026-10-29', ruleId: 'MAC' }]);
  expect(tasks[0]?.why.en).toContain('until 2026-10-29');
  expect(recheckOn).toBe(addDays('2026-10-29', 366));
  // The last day of the window is no delay; an indicator without days, or of a year ago, is none.
  expect(late({ diagnosedOn: addDays(asked.today, -120) }).tasks).toEqual([]);
  expect(late({ diagnosedOn: addDays(asked.today, -121) }).tasks).toHaveLength(1);
  expect(
    late({ code: 'NPC-01-01' }, { diagnosedOn: '2024-01-01' }, { code: 'none' }).tasks,
  ).toEqual([]);
});
