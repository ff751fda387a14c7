import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { FIRST_FAILURE } from './first-failure-rule.ts';
import { lesionOutcome } from './irradiated-lesion.ts';
import { IRRADIATED_LESION } from './irradiated-lesion-rule.ts';

type Given = Record<string, unknown>;

describe('the response of an irradiated lesion', () =>
  testCases<Given>(cases['irradiated-lesion'], (given) => IRRADIATED_LESION.decide(given)));
describe('where radiotherapy failed first', () =>
  testCases<Given>(cases['first-failure'], (given) => FIRST_FAILURE.decide(given)));

const course = { radiotherapy_start: '2025-01-06', radiotherapy_end: '2025-02-14' };

test.each([
  [() => IRRADIATED_LESION.decide({ ...course, measurements: [{ date: 'May', mm: 3 }] }), 'no day'],
  [
    () =>
      IRRADIATED_LESION.decide({
        ...course,
        measurements: [{ date: '2025-05-01', seen: 'large' }],
      }),
    'none of present',
  ],
  [
    () =>
      FIRST_FAILURE.decide({
        ...course,
        volumes: [],
        failures: [{ date: '2025-05-01', position: 'near' }],
      }),
    'none of in field',
  ],
  [
    () =>
      FIRST_FAILURE.decide({
        ...course,
        volumes: [],
        failures: [{ date: '2025-05-01', inside_fraction: 40 }],
      }),
    '0 to 1',
  ],
  [() => FIRST_FAILURE.decide({ ...course, volumes: [{ lesions: [1] }], failures: [] }), 'names'],
])('what cannot be read is said', (decide, message) => expect(decide).toThrow(message));

test('a lesion is never controlled after it failed, and fails only where it grew', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 1000 }),
      fc.array(fc.integer({ min: 0, max: 1500 }), { maxLength: 8 }),
      (baseline, sizes) => {
        const seen = [baseline, ...sizes].map((tenths, month) => ({
          day: new Date(Date.UTC(2025, month, 1)).toISOString().slice(0, 10),
          ...{ tenths, words: null },
        }));
        const found = lesionOutcome({ node: false, start: '2025-01-10', end: '2025-01-20', seen });
        const { failedOn = null, controlledUntil = null } = found ?? {};
        if (failedOn !== null && controlledUntil !== null)
          expect(controlledUntil < failedOn).toBe(true);
        if (failedOn !== null) {
          const at = seen.findIndex(({ day }) => day === failedOn);
          const before = Math.min(...seen.slice(0, at).map(({ tenths }) => tenths));
          expect(seen[at]?.tenths).toBeGreaterThan(before);
        }
      },
    ),
  );
});
