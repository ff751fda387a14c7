import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clinicalRuleOf } from '../registry/clinical-rules.ts';
import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { courseOf, isIntervalCancer } from './course.ts';
import { SCREENING_PROGRAMMES } from './programmes.ts';
import { SCREENING_COURSE } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => SCREENING_COURSE.decide(given));

describe.each(Object.entries(SCREENING_PROGRAMMES))('the programme %s', (id, programme) => {
  test('stands under its own id, asks rules that there are, and says in both languages what it says', () => {
    expect(programme.id).toBe(id);
    for (const rule of programme.eligibility.rules) expect(clinicalRuleOf(rule)).not.toBeNull();
    const labels = [
      ...[programme.title, programme.eligibility.title, programme.eligibility.says],
      ...programme.tests.flatMap((one) => [one.title, ...one.results.map(({ label }) => label)]),
    ];
    for (const { en, zh } of labels) {
      expect(en).not.toBe('');
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('where no source was found it is a draft, without ages and without intervals', () => {
    const { eligibility, tests } = programme;
    if (eligibility.source === null) {
      expect(eligibility.mark).toBe('draft');
      expect(eligibility.ages).toBeNull();
    }
    for (const { source, mark, results } of tests) {
      if (source !== null) continue;
      expect(mark).toBe('draft');
      expect(results.filter(({ next }) => next?.kind === 'recall')).toEqual([]);
    }
  });

  test('each scale names a result once, and has a negative and a positive one', () => {
    for (const { results } of programme.tests) {
      expect(new Set(results.map(({ code }) => code)).size).toBe(results.length);
      expect(results.some(({ meaning }) => meaning === 'negative')).toBe(true);
      expect(results.some(({ meaning }) => meaning === 'positive')).toBe(true);
    }
  });
});

test('an interval cancer is one of a person with a negative test, and nobody diagnosed is overdue', () => {
  const day = fc
    .integer({ min: 0, max: 1500 })
    .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
  const lung = SCREENING_PROGRAMMES.lung;
  const code = fc.constantFrom(...(lung.tests[0]?.results ?? []).map((one) => one.code));
  const done = fc.record({ test: fc.constant('ldct'), on: day, result: code });
  fc.assert(
    fc.property(fc.array(done, { maxLength: 4 }), day, day, (tests, diagnosed, today) => {
      const person = { invited: [], tests, diagnosed, died: null };
      expect(courseOf(lung, person, today)).toMatchObject({ step: 'diagnosed', overdue: false });
      const interval = isIntervalCancer(lung, person);
      if (!('value' in interval && interval.value)) return;
      expect(tests.some(({ on, result }) => on <= diagnosed && ['1', '2'].includes(result))).toBe(
        true,
      );
    }),
  );
});
