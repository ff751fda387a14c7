import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { RECIST_TARGET_CHOICE } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => RECIST_TARGET_CHOICE.decide(given));

test.each([
  [{ lesions: ['T1'] }, 'an object is expected'],
  [{ lesions: [{ id: 'T1', mm: 'large' }] }, 'no length'],
  [{ lesions: [{ id: 'T1', node: 'yes', mm: 12 }] }, 'true or false is expected'],
])('what cannot be read is said: %o', (given, message) => {
  expect(() => RECIST_TARGET_CHOICE.decide(given)).toThrow(message);
});

test('a lesion is measurable from its least on, to a tenth of a millimetre', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.integer({ min: 0, max: 3000 }), (node, tenths) => {
      const { value } = RECIST_TARGET_CHOICE.decide({
        lesions: [{ id: 'T', node, mm: tenths / 10, organ: 'liver' }],
      });
      const { within_rules: within } = value as { within_rules: boolean };
      expect(within).toBe(tenths >= (node ? 150 : 100));
    }),
  );
});
