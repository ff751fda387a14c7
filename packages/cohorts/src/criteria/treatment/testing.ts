import fc from 'fast-check';
import { isOf, some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { drugIds, regimenIds } from '../../testing/vocabulary.ts';
import { MOST_LINES, TREATMENT_KINDS, type Treatment } from './form.ts';

const lines = fc
  .uniqueArray(fc.integer({ min: 1, max: 3 }), {
    minLength: 1,
    maxLength: MOST_LINES,
  })
  .map((chosen) => chosen.toSorted((a, b) => a - b));

export const testing: CriterionTesting<Treatment> = {
  arbitrary: fc.oneof(
    fc.constantFrom(...TREATMENT_KINDS).map((kind): Treatment => ({ kind })),
    some(drugIds).map((drugs): Treatment => ({ kind: 'SYSTEMIC', drugs })),
    some(regimenIds).map((regimens): Treatment => ({ regimens })),
    lines.map((chosen): Treatment => ({ lines: chosen })),
    fc
      .tuple(some(drugIds), lines)
      .map(([drugs, chosen]): Treatment => ({ kind: 'SYSTEMIC', drugs, lines: chosen })),
  ),
  holds: ({ kind, drugs = [], regimens = [], lines: asked = [] }, _, { treatments }) =>
    treatments.some(
      (t) =>
        (kind === undefined || t.kind === kind) &&
        (drugs.length === 0 || isOf(t.drug, drugs)) &&
        (regimens.length === 0 || isOf(t.regimen, regimens)) &&
        (asked.length === 0 || asked.includes(t.line as number)),
    ),
};
