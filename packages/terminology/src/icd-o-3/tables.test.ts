import { describe, expect, it } from 'vitest';
import { referenceRows, WITHOUT_SHARED } from '../testing/shared.ts';
import { parseMorphology, parseTopography } from './codes.ts';
import {
  isHistology,
  isMorphology,
  morphologies,
  morphologyLabel,
  morphologyTerm,
} from './morphology.ts';
import { histologyFamily, siteHistology } from './site-histology.ts';
import { isTopography, nosTopography, topographies, topographyLabel } from './topography.ts';

describe.skipIf(WITHOUT_SHARED)('against the reference lists', () => {
  it('holds every topography of ICD-O-3 but the old code C14.1', () => {
    const codes = referenceRows('icdo3_topography.csv').map(([code = '']) => code);
    expect(codes).toHaveLength(401);
    expect(codes.filter((code) => !isTopography(code))).toEqual(['C141']);
  });
  it('holds every morphology of ICD-O-3', () => {
    const codes = referenceRows('icdo3_morphology.csv')
      .map(([code = '']) => code)
      .filter((code) => /^\d{5}$/.test(code));
    expect(codes).toHaveLength(1080);
    expect(codes.filter((code) => !isMorphology(code))).toEqual([]);
  });
  it('gives every histology the rule and the topographies of IARC', () => {
    const listed = (name: string) => {
      const by = new Map<string, Set<string>>();
      for (const [family = '', pattern = ''] of referenceRows(name)) {
        const code = parseTopography(pattern.replace('*', ''))?.code ?? pattern;
        by.set(family, (by.get(family) ?? new Set()).add(code));
      }
      return by;
    };
    const must = listed('iarc_family_topography_must.csv');
    const not = listed('iarc_family_topography_must_not.csv');
    const rules = referenceRows('iarc_histology_family_by_morphology.csv');
    expect(rules).toHaveLength(807);
    for (const [histology = '', rule, family = ''] of rules) {
      const found = histologyFamily(histology);
      expect(found?.rule).toBe(rule === 'must_not' ? 'not' : rule);
      const expected =
        rule === 'must'
          ? must.get(family)
          : rule === 'must_not'
            ? not.get(family)
            : new Set<string>();
      expect(new Set(found?.topographies)).toEqual(expected);
    }
  });
});

describe('topography', () => {
  it('names sites and subsites in both languages', () => {
    expect(topographyLabel('C341')).toEqual({ en: 'Upper lobe, lung', zh: '肺上叶' });
    expect(topographyLabel('C16')).toEqual({ en: 'Stomach', zh: '胃' });
    expect(topographyLabel('C35')).toBeNull();
  });
  it('has a Chinese term for every code', () => {
    for (const { code, label } of topographies()) expect(label.zh, code).toMatch(/[\u4e00-\u9fff]/);
  });
  it('says what a bare site stands for', () => {
    expect(nosTopography('C34')).toBe('C34.9');
    expect(nosTopography('C22')).toBe('C22.0');
    expect(nosTopography('C30')).toBeNull();
    expect(nosTopography('C50.4')).toBe('C50.4');
    for (const { code } of topographies()) {
      const nos = nosTopography(code);
      if (nos !== null) expect(isTopography(nos), code).toBe(true);
    }
  });
});

describe('morphology', () => {
  it('names the common histologies in both languages', () => {
    expect(morphologyLabel('8140/3')).toEqual({ en: 'Adenocarcinoma, NOS', zh: '腺癌' });
    expect(morphologyLabel('8500/2')?.zh).toBe('非浸润性导管内癌');
    expect(morphologyTerm('8500/3')?.usualSites).toEqual(['C50']);
    expect(morphologies().filter(({ zh }) => zh !== null).length).toBeGreaterThan(400);
  });
  it('follows the matrix rule for a behaviour that is not listed', () => {
    expect(isMorphology('8041/6')).toBe(false);
    expect(morphologyLabel('8041/6')).toEqual({
      en: 'Small cell carcinoma, NOS (malignant, metastatic site)',
      zh: '小细胞癌（恶性，转移部位）',
    });
    expect(morphologyLabel('8999/3')).toBeNull();
    expect(isHistology('8041')).toBe(true);
  });
  it('is written as codes are', () => {
    for (const { code, usualSites } of morphologies()) {
      expect(parseMorphology(code)?.code).toBe(code);
      for (const site of usualSites) expect(isTopography(site), `${code} ${site}`).toBe(true);
    }
  });
});

describe('site-histology rule', () => {
  it.each([
    ['C34.1', '8041/3', 'consistent'], // small cell carcinoma of lung
    ['C50.9', '8041/3', 'unlikely'],
    ['C22.0', '8170/3', 'consistent'], // hepatocellular carcinoma
    ['C18.9', '8170/3', 'unlikely'],
    ['C18.7', '8140/3', 'consistent'],
    ['C40.2', '8140/3', 'unlikely'], // no adenocarcinoma of bone
    ['C40', '9180/3', 'consistent'],
    ['C15.5', '8000/3', 'consistent'], // any site
    ['C76.1', '8041/3', 'consistent'], // family 11 names C76.1 alone of C76
    ['C76.4', '8041/3', 'unlikely'],
    ['C76', '8041/3', 'consistent'],
    ['C34.1', '8999/3', 'unknown'],
    ['lung', '8041/3', 'unknown'],
  ])('%s with %s is %s', (topography, morphology, verdict) => {
    expect(siteHistology(topography, morphology).verdict).toBe(verdict);
  });
});

it('every morphology reads in Chinese, and says where the term has still to be reviewed', () => {
  const terms = morphologies();
  expect(terms.filter(({ zh }) => zh === null || !/\p{Script=Han}/u.test(zh))).toEqual([]);
  expect(terms.filter(({ zhToBeReviewed }) => zhToBeReviewed).length).toBeGreaterThan(600);
  expect(morphologyTerm('9726/3')).toMatchObject({
    zh: '原发性皮肤γδT细胞淋巴瘤',
    zhToBeReviewed: true,
  });
  expect(morphologyTerm('8140/3')?.zhToBeReviewed).toBe(false);
});
