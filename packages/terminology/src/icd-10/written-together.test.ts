import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { morphologies } from '../icd-o-3/morphology.ts';
import { icd10Categories, parseIcd10 } from './icd-10.ts';
import { isTumourWithMorphology, writtenTogether } from './written-together.ts';

describe('codes written together', () => {
  it.each([
    ['C34.101+M8140/3', ['C34.101'], ['8140/3']],
    ['C34.900 M81400/3', ['C34.900'], ['8140/3']],
    ['C34.900M81400/3', ['C34.900'], ['8140/3']],
    ['C34.900x001M81400/3x001', ['C34.900X001'], ['8140/3']],
    ['C61.x00x001 M81400/3', ['C61.X00X001'], ['8140/3']],
    ['M81400/3 C34.900', ['C34.900'], ['8140/3']],
    ['C34.9/M8140/3', ['C34.9'], ['8140/3']],
    ['C34.101-M8140/3', ['C34.101'], ['8140/3']],
    ['C34.1（M8140/3）', ['C34.1'], ['8140/3']],
    ['C34.1、8140/3', ['C34.1'], ['8140/3']],
    ['Ｃ３４．１０１＋Ｍ８１４０／３', ['C34.101'], ['8140/3']],
    ['C34.9 M8140 / 3', ['C34.9'], ['8140/3']],
    ['C34.9 肺恶性肿瘤', ['C34.9'], []],
    ['C34.9肺腺癌M8140/3', ['C34.9'], ['8140/3']],
    ['C34。1', ['C34.1'], []],
    ['C34 .1', ['C34.1'], []],
    ['C34.-', ['C34'], []],
    ['C34.900+M8140/3+Z51.102', ['C34.900', 'Z51.102'], ['8140/3']],
    ['A18.0+M49.0*', ['A18.0', 'M49.0'], []],
    ['C34.9 M8140', ['C34.9', 'M81.40'], []], // without a behaviour it is osteoporosis
  ])('%s', (text, diseases, read) => {
    expect(writtenTogether(text)).toEqual({ diseases, morphologies: read, notRead: [] });
  });
  it.each(['C00-C97', 'C34.1?', '？C34.1', 'lung', ''])('%s names no disease', (text) => {
    expect(writtenTogether(text).diseases).toEqual([]);
  });
  it('says what it did not read', () => {
    expect(writtenTogether('C34.9 cT2')).toMatchObject({ diseases: ['C34.9'], notRead: ['CT2'] });
    expect(writtenTogether('C34.9 M8140/7')).toEqual({
      diseases: ['C34.9'],
      morphologies: [],
      notRead: ['M8140/7'],
    });
  });
  it.each([
    ['C34.101+M8140/3', true],
    ['D05.1 M85002/2', true],
    ['C34.101', false],
    ['M81400/3', false],
    ['I10 M81400/3', false],
    ['C34.101+M8140/3 v2', false],
  ])('%s is a tumour with its morphology: %s', (text, is) => {
    expect(isTumourWithMorphology(text)).toBe(is);
  });
  it('reads every category beside every histology, however they are joined', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...icd10Categories()),
        fc.constantFrom('', '.9', '.900', '.900x001', '.x00', '.x00x001'),
        fc.constantFrom('', ' ', '+', ';', '，', '、', '/', '|', '（', '\u3000', '-'),
        fc.constantFrom('', '0', '2', '0x001'),
        fc.constantFrom(...morphologies()),
        ({ code }, extension, between, fifth, { code: morphology }) => {
          const [histology, behaviour] = morphology.split('/');
          const written = `${code}${extension}${between}M${histology}${fifth}/${behaviour}`;
          expect(writtenTogether(written)).toEqual({
            diseases: [parseIcd10(code + extension)?.code],
            morphologies: [morphology],
            notRead: [],
          });
        },
      ),
    );
  });
});
