import { describe, expect, it } from 'vitest';
import { icd10Categories } from '../icd-10/icd-10.ts';
import { topographies } from '../icd-o-3/topography.ts';
import { SITE_GROUPS, siteGroup, siteGroupOf, siteGroupOfCi5 } from './site-groups.ts';

describe('site groups', () => {
  it.each([
    ['C34.1', undefined, 'lung'],
    ['C33', undefined, 'lung'],
    ['C187', undefined, 'colorectum'],
    ['C44.5', '8720/3', 'melanoma'],
    ['C44.5', '8090/3', 'other-skin'],
    ['C16.9', '9680/3', 'non-hodgkin-lymphoma'], // lymphoma of the stomach is a lymphoma
    ['C42.1', '9732/3', 'myeloma'],
    ['C42.1', '9861/3', 'leukaemia'],
    ['C42.1', '9989/3', 'myeloproliferative'],
    ['C77.9', '9663/3', 'hodgkin-lymphoma'],
    ['C38.4', '9050/3', 'mesothelioma'],
    ['C92.1', undefined, 'leukaemia'],
    ['C50.811', undefined, 'breast'], // ICD-10-CM, as mCODE's radiotherapy examples have it
    ['D05.1', undefined, 'breast'],
    ['D32.0', undefined, 'brain'],
    ['I10', undefined, null],
    ['C42.1', undefined, null],
  ])('%s %s is of %s', (code, morphology, id) => {
    expect(siteGroupOf(code, morphology)).toBe(id);
  });

  it('gives each CI5 code, each colour and each ICD-10 category to one group', () => {
    expect(new Set(SITE_GROUPS.map(({ colour }) => colour)).size).toBe(SITE_GROUPS.length);
    const ci5 = SITE_GROUPS.flatMap((group) => group.ci5).sort((a, b) => a - b);
    expect(ci5).toEqual(Array.from({ length: 59 }, (_, i) => i + 1));
    expect(siteGroupOfCi5(29)).toBe('breast');
    expect(siteGroupOfCi5(60)).toBeNull();
  });

  it('has a group for every malignant category and every topography but blood', () => {
    for (const { code } of icd10Categories())
      if (code.startsWith('C')) expect(siteGroupOf(code), code).not.toBeNull();
    const without = topographies()
      .map(({ code }) => code)
      .filter((code) => siteGroupOf(code) === null);
    expect(new Set(without.map((code) => code.slice(0, 3)))).toEqual(new Set(['C42']));
  });

  it('knows sites of one sex', () => {
    expect(siteGroup('cervix').sex).toBe('female');
    expect(siteGroup('prostate').sex).toBe('male');
    expect(siteGroup('breast').sex).toBeNull();
  });
});
