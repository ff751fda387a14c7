import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASES_OF_DIAGNOSIS, isMicroscopicallyVerified } from './basis-of-diagnosis.ts';
import { compactMorphology, compactTopography, parseMorphology, parseTopography } from './codes.ts';
import { lateralityOfSnomed } from './laterality.ts';

describe('parseTopography', () => {
  it.each([
    ['C34.1', 'C34.1', 'C34', '1'],
    ['c341', 'C34.1', 'C34', '1'],
    [' C34 ', 'C34', 'C34', null],
  ])('reads %s', (text, code, site, subsite) => {
    expect(parseTopography(text)).toEqual({ code, site, subsite });
  });
  it.each(['', '34.1', 'C3', 'C34.12', 'D05.1', 'C34..1', 'C341x'])('refuses %j', (text) => {
    expect(parseTopography(text)).toBeNull();
  });
  it('reads what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 809 }), (n) => {
        const compact = `C${String(n).padStart(3, '0')}`;
        const parsed = parseTopography(compact);
        expect(parsed && compactTopography(parsed)).toBe(compact);
      }),
    );
  });
});

describe('parseMorphology', () => {
  it.each([
    ['8140/3', '8140/3', null],
    ['M8140/3', '8140/3', null],
    ['M-8140/3', '8140/3', null],
    ['81403', '8140/3', null],
    ['8140/32', '8140/3', '2'],
    ['M81400/3', '8140/3', null], // China's clinical edition of ICD-10
    ['M85000x001/2', '8500/2', null],
    ['80463/3', '8046/3', null], // mCODE's nsclc example writes the behaviour twice
  ])('reads %s as %s', (text, code, grade) => {
    expect(parseMorphology(text)).toMatchObject({ code, grade });
  });
  it.each(['8140', '8140/4', '80462/3', '7140/3', '8140/3x', '8140/30', ''])(
    'refuses %j',
    (text) => {
      expect(parseMorphology(text)).toBeNull();
    },
  );
  it('reads what it writes', () => {
    const histology = fc.integer({ min: 8000, max: 9999 });
    fc.assert(
      fc.property(histology, fc.constantFrom('0', '1', '2', '3', '6', '9'), (h, b) => {
        const parsed = parseMorphology(`${h}/${b}`);
        expect(parsed && parseMorphology(compactMorphology(parsed))).toEqual(parsed);
      }),
    );
  });
});

it('counts cytology and histology as microscopic verification', () => {
  expect([...BASES_OF_DIAGNOSIS.keys()].filter(isMicroscopicallyVerified)).toEqual([
    '5',
    '6',
    '7',
    '8',
  ]);
});

it('reads laterality of SNOMED CT', () => {
  expect(lateralityOfSnomed('7771000')).toBe('left');
  expect(lateralityOfSnomed('51440002')).toBe('bilateral');
  expect(lateralityOfSnomed('255503000')).toBeNull();
});
