import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareStage, classificationOfStage } from './stage-classification.ts';
import { parseStageGroup } from './stage-group.ts';

describe('the letters before a stage', () => {
  it.each([
    ['ypIIA', 'y'],
    ['yp stage IIA', 'y'],
    ['ycT2N0M0', 'y'],
    ['rpIIIB', 'r'],
    ['r stage IV', 'r'],
    ['rypT0N0M0 I', 'r'],
    ['aIV', 'a'],
    ['ap stage II', 'a'],
    ['PIIB', 'p'],
    ['p 3', 'p'],
    ['临床分期 cT4N2M0 ⅢB期', 'c'],
    ['cⅢA期', 'c'],
  ])('%s: %s', (text, classification) => {
    expect(classificationOfStage(text)).toBe(classification);
  });

  it.each([
    'IIIA',
    'a stage III tumour',
    'Binet C stage',
    'BCLC C',
    'RAI III',
    'Rai II',
    'IIIA, p16 positive',
    'ICD-10 C34',
    'CIS',
    'CNLC IIIa',
    'R0',
    'unknown',
    '',
  ])('%s has none', (text) => {
    expect(classificationOfStage(text)).toBeNull();
  });
});

describe('a stage without its letters and categories', () => {
  it.each([
    ['ypT2N0M0 IIA期', 'IIA'],
    ['pT2b(2) N1mi(sn) M0, stage IIB', 'IIB'],
    ['ⅢB期(cT4N2M0)', 'IIIB'],
    ['rIV', 'IV'],
    ['AJCC第8版 cT1N0M0 IA期', 'IA'],
    ['AJCC 8 IIIA', 'IIIA'],
    ['FIGO 2018 IIIC1', 'IIIC1'],
    ['Ⅲ期(FIGO 2018)', 'III'],
  ])('%s is %s', (text, group) => {
    expect(parseStageGroup(bareStage(text))?.code).toBe(group);
  });

  it('categories alone are no group', () => {
    expect(parseStageGroup(bareStage('cT2N0M0'))).toBeNull();
  });

  const letters = fc.constantFrom('', 'c', 'p', 'y', 'yp', 'yc', 'r', 'rp', 'rc', 'a', 'ap');
  const group = fc.constantFrom('I', 'IA', 'IIB', 'III', 'IIIC1', 'IV', 'IVB');
  it('every letter before every group is taken off and said', () => {
    fc.assert(
      fc.property(letters, group, (prefix, code) => {
        expect(parseStageGroup(bareStage(prefix + code))?.code).toBe(code);
        expect(classificationOfStage(prefix + code)).toBe(
          prefix === '' ? null : (/[rya]/.exec(prefix)?.[0] ?? prefix),
        );
      }),
    );
  });
});
