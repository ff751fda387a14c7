import { proteinChangeOf } from '@nodp/terminology/protein-change';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import cases from './cases.json' with { type: 'json' };
import { variantKindOf } from './variant-kind.ts';

describe('protein changes', () => {
  testCases<string>(cases['protein-change'], proteinChangeOf);

  test('a change is itself however it is written', () => {
    const residue = fc.constantFrom('Ala', 'Cys', 'Glu', 'Leu', 'Arg', 'Trp', 'Val');
    fc.assert(
      fc.property(residue, residue, fc.integer({ min: 1, max: 4000 }), (from, to, at) => {
        fc.pre(from !== to);
        const one = proteinChangeOf(`p.${from}${at}${to}`);
        expect(one).not.toBeNull();
        expect(proteinChangeOf(one?.written ?? '')).toEqual(one);
        expect(proteinChangeOf(`NP_1.1:p.(${from}${at}${to})`)).toEqual(one);
      }),
    );
  });
});

describe('kinds of variants', () => {
  testCases<Parameters<typeof variantKindOf>[0]>(cases['variant-kind'], variantKindOf);
});
