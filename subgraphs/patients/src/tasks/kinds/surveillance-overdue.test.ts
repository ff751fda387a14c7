import { expect, test } from 'vitest';
import type { TaskFacts } from '../facts.ts';
import { surveillanceOverdue } from './surveillance-overdue.ts';

const result = (on: string, value: number) => ({
  ...{ code: '2039-6', at: `${on}T02:00:00Z`, value, comparator: null, unit: 'ng/mL' },
  ...{ normalValue: value, normalUnit: 'ng/mL', high: 5, laboratory: 'L1', text: null },
});
/** A cancer without a schedule of its own, resected, with one CEA that rose. */
const facts = (...more: ReturnType<typeof result>[]) =>
  ({
    ...{ siteGroup: 'colorectum', tumour: null, broadStage: 'STAGE_II', care: ['i1'] },
    ...{ diedOn: null, diedPrecision: null, metastases: [], acted: [], contacts: [] },
    ...{ imaging: [], visits: [], procedures: [], dead: false },
    treatments: [
      {
        ...{ kind: 'SURGERY', system: null, code: null, drug: null, status: 'completed' },
        ...{ intent: null, startedOn: '2025-01-10', startedPrecision: 'day' },
        ...{ endedOn: null, endedPrecision: null },
      },
    ],
    results: [result('2025-05-01', 2), result('2025-08-01', 2.1), result('2025-11-01', 6), ...more],
  }) as unknown as TaskFacts;

const rules = new Set(['surveillance-due', 'marker-surveillance', 'cea-ceawatch', 'cea-facs']);
const whyOn = (today: string, of: TaskFacts, inForce: ReadonlySet<string> = rules) =>
  surveillanceOverdue
    .find(of, { today, rules: inForce })
    .tasks.map(({ why }) => why.en)
    .join(' ');

test('a marker that rose once is overdue from the day after it was to be repeated', () => {
  expect(whyOn('2025-11-10', facts())).not.toContain('Rose once');
  const late = whyOn('2026-06-01', facts());
  expect(late).toMatch(/Rose once and was not repeated in time: .*CEA.* \(202[56]-\d\d-\d\d\)\.$/);
});

test('a repeat that came, and a rule out of force, make nothing of it', () => {
  expect(whyOn('2026-06-01', facts(result('2025-11-20', 2)))).not.toContain('Rose once');
  expect(whyOn('2026-06-01', facts(), new Set(['surveillance-due']))).not.toContain('Rose once');
});
