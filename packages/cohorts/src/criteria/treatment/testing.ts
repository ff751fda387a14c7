import fc from 'fast-check';
import type { Bounds } from '../../criterion/range-form.ts';
import { isOf, isWithin, some } from '../../testing/arbitraries.ts';
import type { CriterionTesting } from '../../testing/criterion-testing.ts';
import { drugIds, regimenIds } from '../../testing/vocabulary.ts';
import { MOST_LINES, TREATMENT_INTENTS, TREATMENT_KINDS, type Treatment } from './form.ts';

const lines = fc
  .uniqueArray(fc.integer({ min: 1, max: 3 }), {
    minLength: 1,
    maxLength: MOST_LINES,
  })
  .map((chosen) => chosen.toSorted((a, b) => a - b));

const isBetween = (value: unknown, bounds: Bounds | undefined): boolean =>
  bounds === undefined || isWithin(value, bounds);

export const testing: CriterionTesting<Treatment> = {
  arbitrary: fc.oneof(
    fc.constantFrom(...TREATMENT_KINDS).map((kind): Treatment => ({ kind })),
    some(drugIds).map((drugs): Treatment => ({ kind: 'SYSTEMIC', drugs })),
    some(regimenIds).map((regimens): Treatment => ({ regimens })),
    lines.map((chosen): Treatment => ({ lines: chosen })),
    fc
      .tuple(some(drugIds), lines)
      .map(([drugs, chosen]): Treatment => ({ kind: 'SYSTEMIC', drugs, lines: chosen })),
    some(TREATMENT_INTENTS).map((intents): Treatment => ({ intents })),
    fc
      .constantFrom({ from: 50 }, { to: 30 }, { from: 20, to: 60 })
      .map((dose): Treatment => ({ kind: 'RADIOTHERAPY', dose })),
    fc.constantFrom({ from: 10 }, { to: 25 }).map((fractions): Treatment => ({ fractions })),
    fc
      .constantFrom({ from: 30 }, { to: 14 }, { from: 7, to: 60 })
      .map((days): Treatment => ({ intents: ['CURATIVE'], days })),
  ),
  holds: (
    { kind, drugs = [], regimens = [], lines: asked = [], intents = [], dose, fractions, days },
    _,
    { treatments },
  ) =>
    treatments.some(
      (t) =>
        (kind === undefined || t.kind === kind) &&
        (drugs.length === 0 || isOf(t.drug, drugs)) &&
        (regimens.length === 0 || isOf(t.regimen, regimens)) &&
        (asked.length === 0 || asked.includes(t.line as number)) &&
        (intents.length === 0 || isOf(String(t.intent).toUpperCase(), intents)) &&
        isBetween(typeof t.dose === 'number' ? t.dose / 100 : null, dose) &&
        isBetween(t.fractions, fractions) &&
        isBetween(t.duration_days, days),
    ),
};
