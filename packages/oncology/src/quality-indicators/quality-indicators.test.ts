import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import { sharedClinical } from '../testing/shared-clinical.ts';
import cases from './cases.json' with { type: 'json' };
import type { CaseFacts } from './facts.ts';
import { QUALITY_INDICATORS, qualityIndicator } from './indicators.ts';

testCases<CaseFacts & { indicator: string }>(cases, ({ indicator, ...facts }) =>
  qualityIndicator(indicator)?.judge?.(facts),
);

describe('definitions', () => {
  test('each is judged or says why not, and has an example where it is judged', () => {
    const tried = new Set(cases.map(({ given }) => given.indicator));
    for (const { code, judge, notJudged, notReleased, exclusions } of QUALITY_INDICATORS) {
      expect((judge === null) === (notJudged !== null)).toBe(true);
      expect(judge === null && notReleased === null).toBe(false);
      expect(exclusions.length).toBeGreaterThan(0);
      expect(tried.has(code)).toBe(judge !== null);
    }
    expect(new Set(QUALITY_INDICATORS.map(({ code }) => code)).size).toBe(
      QUALITY_INDICATORS.length,
    );
    expect(qualityIndicator('none')).toBeNull();
  });

  const shared = sharedClinical('quality_indicators.csv');
  test.skipIf(shared === null)('are those of the shared list, all of them', () => {
    const rows = readFileSync(shared as string, 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const codes = rows.map((row) => row.slice(0, row.indexOf(',')));
    expect(QUALITY_INDICATORS.map(({ code }) => code).sort()).toEqual(codes.sort());
  });
});

const treatment = fc.record({
  kind: fc.constantFrom('SURGERY' as const, 'RADIOTHERAPY' as const, 'SYSTEMIC' as const),
  days: fc.option(fc.integer({ min: -30, max: 500 })),
  atc: fc.constantFrom(null, 'L01DB01', 'L01AA01', 'L02BA01', 'L01XA01'),
});
const facts: fc.Arbitrary<CaseFacts> = fc.record({
  site: fc.constant('breast'),
  topography: fc.constantFrom('C18.2', 'C34.1', null),
  histology: fc.constantFrom('8140', '8041', null),
  behaviour: fc.constant('3'),
  sex: fc.constantFrom('FEMALE', 'MALE'),
  age: fc.option(fc.integer({ min: 0, max: 90 })),
  stage: fc.constantFrom('STAGE_I', 'STAGE_III', 'STAGE_IV', 'UNKNOWN', null),
  stageGroup: fc.constant(null),
  stageBasis: fc.constantFrom('c' as const, 'p' as const, null),
  t: fc.constantFrom('cT1c', 'T2', null),
  n: fc.constantFrom('cN0', 'pN2', 'N1', 'NX', null),
  m: fc.constantFrom('cM0', 'M1', null),
  er: fc.constantFrom('positive' as const, 'negative' as const, null),
  pr: fc.constantFrom('positive' as const, 'negative' as const, null),
  treatments: fc.array(treatment, { maxLength: 4 }),
});

test('what is learnt later never turns a judgement round: met and not met stay when the rest is known', () => {
  fc.assert(
    fc.property(facts, fc.constantFrom(...QUALITY_INDICATORS), (known, { judge }) => {
      if (judge === null) return;
      const before = judge(known).result;
      // Facts that are not needed any more: the receptor and the age of a case that was judged without them.
      if (before !== 'MET' && before !== 'NOT_MET') return;
      expect(judge({ ...known, topography: known.topography ?? 'C18.2' }).result).toBe(before);
      expect(judge({ ...known, histology: known.histology ?? '8140' }).result).toBe(before);
    }),
  );
});
