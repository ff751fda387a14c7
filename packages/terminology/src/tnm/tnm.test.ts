import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCategory, parseCategory, parseTnm } from './category.ts';
import { parseAnnArbor } from './lymphoma-stage.ts';
import { broadStageOf, compareStages, parseStageGroup, stageLabel } from './stage-group.ts';

describe('parseCategory', () => {
  it('reads prefixes, category and annotations', () => {
    expect(parseCategory('ypT2a(m)')).toEqual({
      axis: 'T',
      classification: 'p',
      afterTreatment: true,
      recurrent: false,
      category: 'T2a',
      level: '2',
      subdivision: 'a',
      annotations: ['m'],
    });
  });
  it.each([
    ['cN0', 'cN0'],
    ['PN1MI(SN)', 'pN1mi'],
    ['T1c2', 'T1c2'],
    ['rpM1', 'rpM1'],
    ['Tis(dcis)', 'Tis(DCIS)'],
    ['cM0(i+)', 'cM0(i+)'],
    ['pN0(i-)(sn)', 'pN0(i-)'],
    ['Ta', 'Ta'],
    ['cTx', 'cTX'],
    ['cM1b(1)', 'cM1b'],
  ])('reads %s as %s', (text, written) => {
    const parsed = parseCategory(text);
    expect(parsed && formatCategory(parsed)).toBe(written);
  });
  it.each(['T5', 'N4', 'M2', 'N1X', 'pcT1', 'T3NOS', 'Nis', 'TXa', '', 'T'])(
    'refuses %j',
    (text) => {
      expect(parseCategory(text)).toBeNull();
    },
  );
});

describe('parseTnm', () => {
  const written = (text: string) => {
    const tnm = parseTnm(text);
    return tnm && [tnm.t, tnm.n, tnm.m].map((c) => (c ? formatCategory(c) : '-')).join(' ');
  };
  it.each([
    ['pT3N1aM0', 'pT3 pN1a cM0'], // there is no pM0
    ['cT2 N0 M0', 'cT2 cN0 cM0'],
    ['ypT0, ypN0, cM0', 'ypT0 ypN0 cM0'],
    ['T1cN0M0', 'T1c N0 M0'],
    ['cT1cN0cM0', 'cT1 cN0 cM0'],
    ['TaN0M0', 'Ta N0 M0'],
    ['pT1c2N1miM1', 'pT1c2 pN1mi pM1'],
    ['pTis(DCIS) pN0(sn)', 'pTis(DCIS) pN0 -'],
  ])('reads %s as %s', (text, expected) => {
    expect(written(text)).toBe(expected);
  });
  it.each(['pT1cN0', 'T2T3', 'stage IIIA', '', 'T2 N9 M0'])('refuses %j', (text) => {
    expect(parseTnm(text)).toBeNull();
  });
  it('reads back every TNM written out in full', () => {
    const prefix = fc.constantFrom('c', 'p', 'yc', 'yp', 'rp');
    fc.assert(
      fc.property(
        prefix,
        fc.constantFrom('TX', 'T0', 'Tis', 'T1', 'T1a', 'T1mi', 'T2b', 'T3', 'T4d'),
        fc.constantFrom('NX', 'N0', 'N1', 'N1mi', 'N2a', 'N3c'),
        fc.constantFrom('M1', 'M1a', 'M1c'),
        (p, t, n, m) => {
          expect(written(`${p}${t} ${p}${n} ${p}${m}`)).toBe(`${p}${t} ${p}${n} ${p}${m}`);
        },
      ),
    );
  });
});

describe('parseStageGroup', () => {
  it.each([
    ['IIIA', 'IIIA', 'III'],
    ['Stage 3A', 'IIIA', 'III'],
    ['3a', 'IIIA', 'III'],
    ['3C', 'IIIC', 'III'], // the CSV extract of an oncology hospital
    ['American Joint Committee on Cancer stage IIIC (qualifier value)', 'IIIC', 'III'],
    ['ⅢA期', 'IIIA', 'III'],
    ['Ⅳ B 期', 'IVB', 'IV'],
    ['FIGO Stage IA1', 'IA1', 'I'],
    ['FIGO Stage IIIA1(i)', 'IIIA1(i)', 'III'],
    ['0is', '0is', '0'],
    ['IS', 'IS', 'I'],
    ['临床分期：II期', 'II', 'II'],
    ['pIIA', 'IIA', 'II'],
  ])('reads %s as %s', (text, code, broad) => {
    expect(parseStageGroup(text)).toMatchObject({ code, broad });
  });
  it.each([
    'unknown',
    'Binet Stage B',
    'V',
    'X',
    '5A',
    '',
    'T2',
    'grade 3',
    'RISS Stage II Plasma Cell Myeloma',
  ])('refuses %j', (text) => {
    expect(parseStageGroup(text)).toBeNull();
    expect(broadStageOf(text)).toBe('unknown');
  });
  it('labels and orders', () => {
    expect(stageLabel('IIIA')).toEqual({ en: 'Stage IIIA', zh: 'ⅢA期' });
    expect(stageLabel('unknown').zh).toBe('分期不详');
    expect(['IV', 'unknown', 'IIB', '0', 'IIA', 'I'].sort(compareStages)).toEqual([
      '0',
      'I',
      'IIA',
      'IIB',
      'IV',
      'unknown',
    ]);
  });
  it('reads its own canonical writing', () => {
    const stages = fc.constantFrom(
      '0',
      '0a',
      '0is',
      'I',
      'IA',
      'IA3',
      'IB2',
      'IS',
      'IIA',
      'II bulky',
      'IIIC1',
      'IVB',
    );
    fc.assert(fc.property(stages, (code) => parseStageGroup(code)?.code === code));
  });
});

it('reads Ann Arbor stages', () => {
  expect(parseAnnArbor('Lymphoma stage IIIe (finding)')).toMatchObject({
    broad: 'III',
    extralymphatic: true,
    code: 'IIIE',
  });
  expect(parseAnnArbor('IIBX')).toMatchObject({ broad: 'II', symptoms: 'B', bulky: true });
  expect(parseAnnArbor('4A')).toMatchObject({ broad: 'IV', symptoms: 'A' });
  expect(parseAnnArbor('IIAB')).toBeNull();
  expect(parseAnnArbor('0')).toBeNull();
});
