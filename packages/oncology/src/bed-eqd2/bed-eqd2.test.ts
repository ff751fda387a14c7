import { describe, expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { isProstateSite, radiationDoses } from './of-volume.ts';
import { BED_EQD2 } from './rule.ts';

testCases<Record<string, unknown>>(cases, (given) => BED_EQD2.decide(given));

const dosesOf = (gray: number, fractions: number, prostate = false) =>
  radiationDoses({ gray, fractions, fractionsPerDay: null, prostate }).map((dose) => ({
    alphaBeta: dose.alphaBeta,
    bed: Number(dose.bed.toFixed(2)),
    eqd2: Number(dose.eqd2.toFixed(2)),
  }));

describe('the dose of a volume, α/β 10 for tumour and 3 for late responding tissue', () => {
  test('30 × 2 Gy is itself in fractions of 2 Gy', () =>
    expect(dosesOf(60, 30)).toEqual([
      { alphaBeta: 10, bed: 72, eqd2: 60 },
      { alphaBeta: 3, bed: 100, eqd2: 60 },
    ]));
  test('20 × 3 Gy of the prostate, α/β 1.5: 60 × (1 + 3 / 1.5) = 180 Gy', () =>
    expect(dosesOf(60, 20, true)).toEqual([
      { alphaBeta: 1.5, bed: 180, eqd2: 77.14 },
      { alphaBeta: 3, bed: 120, eqd2: 72 },
    ]));
  test('5 × 10 Gy is said to be beyond the model', () => {
    const [tumour] = radiationDoses({
      gray: 50,
      fractions: 5,
      fractionsPerDay: null,
      prostate: false,
    });
    expect(tumour).toMatchObject({ bed: 100 });
    expect(tumour?.explanation.map(({ en }) => en).join()).toContain('not valid');
  });
});

test.each([
  ['41216001', null, true],
  ['C61.9', null, true],
  [null, '前列腺', true],
  ['10200004', '肝', false],
  [null, null, false],
])('a volume at %s %s lies in the prostate: %s', (code, display, expected) =>
  expect(isProstateSite(code, display)).toBe(expected),
);
