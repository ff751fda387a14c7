import { analyte } from '@nodp/terminology/loinc';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { CRITICAL_LIMITS } from './limits.ts';
import { CRITICAL_VALUE } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => CRITICAL_VALUE.decide(given));

test('limits are in the canonical unit of an analyte that the terminology knows', () => {
  for (const limits of CRITICAL_LIMITS) expect(analyte(limits.analyte)?.unit).toBe(limits.unit);
});

test('what is further beyond a limit than a critical value is critical too', () => {
  const given = fc.record({
    analyte: fc.constantFrom(...CRITICAL_LIMITS.map((one) => one.analyte)),
    value: fc.double({ min: 0, max: 1000, noNaN: true }),
    more: fc.double({ min: 0, max: 100, noNaN: true }),
  });
  const decide = (name: string, value: number) =>
    CRITICAL_VALUE.decide({ analyte: name, value, comparator: null }).value as {
      side: string | null;
    };
  fc.assert(
    fc.property(given, ({ analyte: name, value, more }) => {
      const { side } = decide(name, value);
      if (side === 'high') expect(decide(name, value + more).side).toBe('high');
      if (side === 'low') expect(decide(name, Math.max(0, value - more)).side).toBe('low');
    }),
  );
});
