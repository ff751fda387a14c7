import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { symptomAlert } from './symptom-alert.ts';

testCases(cases, symptomAlert);

test('a grade that is told is told of any higher one', () => {
  const grade = fc.integer({ min: 0, max: 3 });
  const earlier = fc.array(fc.record({ grade, daysBefore: fc.double({ min: 0, max: 30 }) }));
  fc.assert(
    fc.property(grade, earlier, (now, before) => {
      if (symptomAlert({ grade: now, earlier: before }) !== null)
        expect(symptomAlert({ grade: Math.min(now + 1, 3), earlier: before })).not.toBeNull();
    }),
  );
});
