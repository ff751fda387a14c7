import { describe, expect, it } from 'vitest';
import { isMorphology } from '../icd-o-3/morphology.ts';
import { isTopography } from '../icd-o-3/topography.ts';
import { siteGroupOf } from '../sites/site-groups.ts';
import {
  icd10Behaviour,
  icd10Categories,
  icd10Label,
  icdOOfIcd10,
  isPrimaryMalignancy,
  parseIcd10,
} from './icd-10.ts';

describe('ICD-10 neoplasms', () => {
  it('reads national extensions', () => {
    expect(parseIcd10('C50.811')).toEqual({ category: 'C50', code: 'C50.811' });
    expect(parseIcd10('Ｃ３４．９００ｘ００１')?.category).toBe('C34');
    expect(parseIcd10('c341')).toEqual({ category: 'C34', code: 'C34.1' });
    expect(parseIcd10('lung')).toBeNull();
    expect(icd10Label('C34.9')).toEqual({
      en: 'Malignant neoplasm of bronchus and lung',
      zh: '支气管和肺恶性肿瘤',
    });
    expect(icd10Label('I10')).toBeNull();
  });
  it.each([
    ['C34.9', '3'],
    ['C78.0', '6'],
    ['D05.1', '2'],
    ['D12.6', '0'],
    ['D48.9', '1'],
    ['D46.9', '3'],
    ['E11', null],
  ])('%s has behaviour %s', (code, behaviour) => {
    expect(icd10Behaviour(code)).toBe(behaviour);
  });
  it('counts primaries only', () => {
    expect(['C34', 'C79.5', 'D06', 'C91.0'].map(isPrimaryMalignancy)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
  it.each([
    ['C34.1', 'C34.1', null],
    ['C34', 'C34.9', null],
    ['C50.811', 'C50.8', null],
    ['C43.5', 'C44.5', '8720/3'],
    ['C22.1', 'C22.1', '8160/3'],
    ['C83.3', 'C77.9', '9680/3'],
    ['C91.1', 'C42.1', '9823/3'],
    ['C61', 'C61.9', null],
    ['C56.1', 'C56.9', null],
    ['C26.1', 'C42.2', null], // the spleen is haematopoietic in ICD-O
    ['D05.1', 'C50.9', '8500/2'],
    ['C45.0', 'C38.4', '9050/3'],
    ['D47.4', 'C42.1', '9961/3'],
    ['D47.500x001', 'C42.1', '9964/3'],
    ['C86.5', 'C77.9', '9705/3'],
    ['C91.6', 'C42.1', '9834/3'],
    ['D37.100x001', 'C16.9', null],
    ['D39.1', 'C56.9', null],
    ['D41.4', 'C67.9', null],
    ['D48.6', 'C50.9', null],
    ['D09.1', 'C68.9', null],
    ['D02.3', 'C39.9', null],
  ])('%s is %s %s in ICD-O-3', (code, topography, morphology) => {
    expect(icdOOfIcd10(code)).toEqual({ topography, morphology });
  });
  it('maps onto codes that exist, within the same site group', () => {
    const subcodes = ['', ...Array.from({ length: 10 }, (_, i) => `.${i}`)];
    let mapped = 0;
    for (const { code } of icd10Categories().filter((c) => c.code <= 'C97')) {
      for (const suffix of subcodes) {
        const found = icdOOfIcd10(code + suffix);
        if (!found) continue;
        if (!isTopography(found.topography)) continue; // fourth characters ICD-10 does not have either
        mapped++;
        if (found.morphology) expect(isMorphology(found.morphology), code).toBe(true);
        if (/^C(2[6]|7[789]|96|97)/.test(code)) continue; // spleen; secondary sites; no site
        expect(siteGroupOf(found.topography, found.morphology), code + suffix).toBe(
          siteGroupOf(code + suffix),
        );
      }
      expect(icdOOfIcd10(code)?.topography, code).toSatisfy(isTopography);
    }
    expect(mapped).toBeGreaterThan(400);
  });
});
