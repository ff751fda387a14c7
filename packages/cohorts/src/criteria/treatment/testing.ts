import fc from 'fast-check';
import { isOf, some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { drugIds, regimenIds } from '../../testing/vocabulary.ts';
import { TREATMENT_KINDS, type Treatment } from './form.ts';

export const testing: CriterionTesting<Treatment> = {
  arbitrary: fc.oneof(
    fc.constantFrom(...TREATMENT_KINDS).map((kind): Treatment => ({ kind })),
    some(drugIds).map((drugs): Treatment => ({ kind: 'SYSTEMIC', drugs })),
    some(regimenIds).map((regimens): Treatment => ({ regimens })),
  ),
  holds: ({ kind, drugs = [], regimens = [] }, _, { treatments }) =>
    treatments.some(
      (t) =>
        (kind === undefined || t.kind === kind) &&
        (drugs.length === 0 || isOf(t.drug, drugs)) &&
        (regimens.length === 0 || isOf(t.regimen, regimens)),
    ),
};
