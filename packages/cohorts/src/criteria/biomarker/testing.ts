import fc from 'fast-check';
import { isOf } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { biomarkerIds } from '../../testing/vocabulary.ts';
import { type Biomarker, FINDINGS } from './form.ts';

export const testing: CriterionTesting<Biomarker> = {
  arbitrary: fc
    .tuple(fc.constantFrom(...biomarkerIds), fc.subarray([...FINDINGS]))
    .map(
      ([biomarker, findings]): Biomarker =>
        findings.length === 0 ? { biomarker } : { biomarker, findings },
    ),
  holds: ({ biomarker, findings = [] }, _, { biomarkers }) =>
    biomarkers.some(
      (b) =>
        b.biomarker === biomarker &&
        (findings.length === 0 || isOf(String(b.finding).toUpperCase(), findings)),
    ),
};
