import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import { RECIST_BEST_RESPONSE } from './best-response-rule.ts';
import cases from './cases.json' with { type: 'json' };
import { IRECIST } from './irecist-rule.ts';
import { type RecordedLesions, responseOfRecord } from './of-record.ts';
import { responses } from './response.ts';
import { RECIST_RESPONSE } from './response-rule.ts';

type Given = Record<string, unknown>;

describe('the response at each visit', () =>
  testCases<Given>(cases.response, (given) => RECIST_RESPONSE.decide(given)));
describe('the best overall response', () =>
  testCases<Given>(cases.best, (given) => RECIST_BEST_RESPONSE.decide(given)));
describe('the response as the record holds lesions', () =>
  testCases<Omit<RecordedLesions, 'inForce'> & { readonly inForce: readonly string[] }>(
    cases.record,
    (given) => responseOfRecord({ ...given, inForce: new Set(given.inForce) }),
  ));
describe('iRECIST', () => testCases<Given>(cases.immune, (given) => IRECIST.decide(given)));

test.each([
  [{ baseline: [{ id: 't1', mm: 'large' }], visits: [] }, 'no length'],
  [
    {
      baseline: [
        { id: 't1', mm: 20 },
        { id: 't1', mm: 20 },
      ],
      visits: [],
    },
    'twice',
  ],
  [
    { baseline: [{ id: 't1', mm: 20 }], visits: [{ date: '2025-03-01', target: { t2: 20 } }] },
    'no target lesion t2',
  ],
  [{ baseline: [{ id: 't1', mm: 20 }], visits: [{ date: 'March', target: {} }] }, 'no day'],
  [
    { baseline: [{ id: 't1', mm: 20 }], visits: [{ date: '2025-03-01', nontarget: 'gone' }] },
    'none of CR',
  ],
])('what cannot be read is said: %o', (given, message) => {
  expect(() => RECIST_RESPONSE.decide(given)).toThrow(message);
});

const sums = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 8 });

test('of one lesion the response is what the integers say', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 2000 }), sums, (baseline, measured) => {
      const found = responses(
        [{ id: 't', node: false, baseline }],
        false,
        measured.map((value, index) => ({
          date: `2025-${String(index + 1).padStart(2, '0')}-01`,
          target: { t: value },
          nonTarget: null,
          newLesion: 'none' as const,
        })),
      );
      found.forEach(({ target, nadir }, index) => {
        const value = measured[index] ?? 0;
        expect(nadir).toBe(Math.min(baseline, ...measured.slice(0, index)));
        const progressed = value * 10 >= nadir * 12 && value - nadir >= 50;
        const expected =
          value === 0 ? 'CR' : progressed ? 'PD' : value * 10 <= baseline * 7 ? 'PR' : 'SD';
        expect(target).toBe(expected);
      });
    }),
  );
});

const timepoints = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 300 }), fc.constantFrom('CR', 'PR', 'SD', 'PD', 'NE')),
  { maxLength: 8 },
);

const RANK = ['CR', 'PR', 'SD', 'PD', 'NE'];

test('a confirmed response is never better than an unconfirmed one, and nothing after progression counts', () => {
  fc.assert(
    fc.property(timepoints, (raw) => {
      const visits = [...new Map(raw).entries()]
        .toSorted(([a], [b]) => a - b)
        .map(([day, response]) => [
          new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10),
          response,
        ]);
      const given = { treatment_start: '2025-01-01', timepoints: visits };
      const confirmed = String(RECIST_BEST_RESPONSE.decide(given).value);
      const unconfirmed = String(
        RECIST_BEST_RESPONSE.decide({ ...given, unconfirmed: true }).value,
      );
      expect(RANK.indexOf(confirmed)).toBeGreaterThanOrEqual(RANK.indexOf(unconfirmed));
      const progression = visits.findIndex(([, response]) => response === 'PD');
      const until = progression < 0 ? visits : visits.slice(0, progression + 1);
      expect(RECIST_BEST_RESPONSE.decide({ ...given, timepoints: until }).value).toBe(confirmed);
    }),
  );
});
