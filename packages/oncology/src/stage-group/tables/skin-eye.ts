import { AJCC8, type StageTableText } from './text.ts';

const MELANOMA = {
  N: '0 1a 1b 1c 2a 2b 2c 3a 3b 3c',
  M: '0 1a 1b 1c 1d',
  T: '0 is 1a 1b 2a 2b 3a 3b 4a 4b',
} as const;

export const SKIN_EYE: readonly StageTableText[] = [
  {
    chapter: 'melanoma-skin',
    edition: 8,
    classification: 'c',
    ...MELANOMA,
    rows: `
      is 0 0 > 0
      1a 0 0 > IA
      1b,2a 0 0 > IB
      2b,3a 0 0 > IIA
      3b,4a 0 0 > IIB
      4b 0 0 > IIC
      *,is 1,2,3 0 > III
      * * 1 > IV`,
    ...AJCC8('chapter 47, melanoma of the skin, clinical'),
  },
  {
    chapter: 'melanoma-skin',
    edition: 8,
    classification: 'p',
    ...MELANOMA,
    rows: `
      is 0 0 > 0
      1 0 0 > IA
      2a 0 0 > IB
      2b,3a 0 0 > IIA
      3b,4a 0 0 > IIB
      4b 0 0 > IIC
      0 1b,1c 0 > IIIB
      0 2b,2c,3b,3c 0 > IIIC
      1,2a 1a,2a 0 > IIIA
      1,2a 1b,1c,2b 0 > IIIB
      2b,3a 1,2a,2b 0 > IIIB
      1,2,3a 2c,3 0 > IIIC
      3b,4a 1,2,3 0 > IIIC
      4b 1,2 0 > IIIC
      4b 3 0 > IIID
      *,is * 1 > IV`,
    ...AJCC8('chapter 47, melanoma of the skin, pathological'),
  },
  {
    chapter: 'merkel-cell',
    edition: 8,
    classification: 'c',
    T: '0 is 1 2 3 4',
    N: '0 1 2 3',
    M: '0 1a 1b 1c',
    rows: `
      is 0 0 > 0
      1 0 0 > I
      2,3 0 0 > IIA
      4 0 0 > IIB
      * 1,2,3 0 > III
      * * 1 > IV`,
    ...AJCC8('chapter 46, Merkel cell carcinoma, clinical'),
  },
  {
    chapter: 'merkel-cell',
    edition: 8,
    classification: 'p',
    T: '0 is 1 2 3 4',
    N: '0 1a 1b 2 3',
    M: '0 1a 1b 1c',
    rows: `
      is 0 0 > 0
      1 0 0 > I
      2,3 0 0 > IIA
      4 0 0 > IIB
      1,2,3,4 1a 0 > IIIA
      0 1b 0 > IIIA
      1,2,3,4 1b,2,3 0 > IIIB
      * * 1 > IV`,
    ...AJCC8('chapter 46, Merkel cell carcinoma, pathological'),
  },
  {
    chapter: 'eyelid-carcinoma',
    edition: 8,
    T: '0 is 1a 1b 1c 2a 2b 2c 3a 3b 3c 4a 4b',
    N: '0 1a 1b 2a 2b',
    M: '0 1',
    rows: `
      is 0 0 > 0
      1 0 0 > IA
      2a 0 0 > IB
      2b,2c,3 0 0 > IIA
      4 0 0 > IIB
      * 1 0 > IIIA
      * 2 0 > IIIB
      * * 1 > IV`,
    ...AJCC8('chapter 64, eyelid carcinoma'),
  },
  {
    chapter: 'uveal-melanoma',
    edition: 8,
    T: '0 1a 1b 1c 1d 2a 2b 2c 2d 3a 3b 3c 3d 4a 4b 4c 4d 4e',
    N: '0 1a 1b',
    M: '0 1a 1b 1c',
    rows: `
      1a 0 0 > I
      1b,1c,1d,2a 0 0 > IIA
      2b,3a 0 0 > IIB
      2c,2d,3b,3c,4a 0 0 > IIIA
      3d,4b,4c 0 0 > IIIB
      4d,4e 0 0 > IIIC
      * 1 0 > IV
      * * 1 > IV`,
    ...AJCC8('chapter 67, melanoma of the choroid and ciliary body'),
  },
  {
    chapter: 'mycosis-fungoides',
    edition: 8,
    T: '1a 1b 2a 2b 3 4',
    N: '0 1a 1b 2a 2b 3',
    M: '0 1',
    factors: { b_category: '0 1 2' },
    rows: `
      * 0,1,2 0 2 > IVA1
      * 3 0 * > IVA2
      1 0 0 0,1 > IA
      2 0 0 0,1 > IB
      1,2 1,2 0 0,1 > IIA
      3 0,1,2 0 0,1 > IIB
      4 0,1,2 0 0 > IIIA
      4 0,1,2 0 1 > IIIB
      * * 1 * > IVB`,
    ...AJCC8('chapter 81, mycosis fungoides and Sézary syndrome'),
  },
];
