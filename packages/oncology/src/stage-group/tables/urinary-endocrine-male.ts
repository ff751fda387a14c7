import { AJCC8, AJCC8_KNOWN, type StageTableText } from './text.ts';

const THYROID = { T: '0 1a 1b 2 3a 3b 4a 4b', N: '0a 0b 1a 1b X', M: '0 1' } as const;

const prostate = (
  T: string,
  early: string,
  later: string | null,
  which: string,
  classification?: 'c' | 'p',
): StageTableText => ({
  chapter: 'prostate',
  edition: 8,
  ...(classification === undefined ? {} : { classification }),
  T,
  N: '0 1',
  M: '0 1a 1b 1c',
  factors: { psa: '<10 10-20 >=20', grade_group: '1 2 3 4 5' },
  rows: `
    ${early} 0 0 <10 1 > I
    ${early} 0 0 10-20 1 > IIA
    ${later === null ? '' : `${later} 0 0 <10,10-20 1 > IIA`}
    ${classification === 'p' ? '2' : '1,2'} 0 0 <10,10-20 2 > IIB
    ${classification === 'p' ? '2' : '1,2'} 0 0 <10,10-20 3,4 > IIC
    ${classification === 'p' ? '2' : '1,2'} 0 0 >=20 1,2,3,4 > IIIA
    3,4 0 0 * 1,2,3,4 > IIIB
    * 0 0 * 5 > IIIC
    * 1 0 * * > IVA
    * * 1 * * > IVB`,
  ...AJCC8(`chapter 58, prostate, ${which}`),
});

export const URINARY_ENDOCRINE_MALE: readonly StageTableText[] = [
  {
    chapter: 'penis',
    edition: 8,
    T: '0 is a 1a 1b 2 3 4',
    N: '0 1 2 3',
    M: '0 1',
    rows: `
      is 0 0 > 0is
      a 0 0 > 0a
      1a 0 0 > I
      1b,2 0 0 > IIA
      3 0 0 > IIB
      1,2,3 1 0 > IIIA
      1,2,3 2 0 > IIIB
      4 * 0 > IV
      * 3 0 > IV
      * * 1 > IV`,
    ...AJCC8('chapter 57, penis'),
  },
  prostate('0 1a 1b 1c 2a 2b 2c 3a 3b 4', '1,2a', '2b,2c', 'clinical', 'c'),
  prostate('0 2 2a 2b 2c 3a 3b 4', '2', null, 'pathological', 'p'),
  // Only the clinical T2 is subdivided: a T2 said without classification and subdivision is the pathological one.
  prostate('0 1a 1b 1c 2 2a 2b 2c 3a 3b 4', '1,2a,=2', '2b,2c', 'clinical and pathological'),
  {
    chapter: 'testis',
    edition: 8,
    T: '0 is 1a 1b 2 3 4',
    N: '0 1 2 3',
    M: '0 1a 1b',
    factors: { s_category: '0 1 2 3 X' },
    rows: `
      is 0 0 0 > 0
      1 0 0 0 > IA
      2,3,4 0 0 0 > IB
      1,2,3,4 0 0 X > I
      * 0 0 1,2,3 > IS
      * 1,2,3 0 X > II
      * 1 0 0,1 > IIA
      * 2 0 0,1 > IIB
      * 3 0 0,1 > IIC
      * 1,2,3 0 2 > IIIB
      * 1,2,3 0 3 > IIIC
      * * 1a 0,1 > IIIA
      * * 1a 2 > IIIB
      * * 1a 3 > IIIC
      * * 1a X > III
      * * 1b * > IIIC`,
    ...AJCC8('chapter 59, testis'),
  },
  {
    chapter: 'kidney',
    edition: 8,
    T: '0 1a 1b 2a 2b 3a 3b 3c 4',
    N: '0 1',
    M: '0 1',
    rows: `
      1 0 0 > I
      2 0 0 > II
      1,2 1 0 > III
      3 * 0 > III
      4 * 0 > IV
      * * 1 > IV`,
    ...AJCC8('chapter 60, kidney'),
  },
  {
    chapter: 'renal-pelvis-ureter',
    edition: 8,
    T: '0 is a 1 2 3 4',
    N: '0 1 2',
    M: '0 1',
    rows: `
      a 0 0 > 0a
      is 0 0 > 0is
      1 0 0 > I
      2 0 0 > II
      3 0 0 > III
      4 0 0 > IV
      * 1,2 0 > IV
      * * 1 > IV`,
    ...AJCC8('chapter 61, renal pelvis and ureter'),
  },
  {
    chapter: 'bladder',
    edition: 8,
    T: '0 is a 1 2a 2b 3a 3b 4a 4b',
    N: '0 1 2 3',
    M: '0 1a 1b',
    rows: `
      a 0 0 > 0a
      is 0 0 > 0is
      1 0 0 > I
      2 0 0 > II
      3,4a 0 0 > IIIA
      1,2,3,4a 1 0 > IIIA
      1,2,3,4a 2,3 0 > IIIB
      4b * 0 > IVA
      * * 1a > IVA
      * * 1b > IVB`,
    ...AJCC8('chapter 62, urinary bladder'),
  },
  {
    chapter: 'urethra',
    edition: 8,
    T: '0 is a 1 2 3 4',
    N: '0 1 2',
    M: '0 1',
    rows: `
      a 0 0 > 0a
      is 0 0 > 0is
      1 0 0 > I
      2 0 0 > II
      1,2 1 0 > III
      3 0,1 0 > III
      4 0,1 0 > IV
      * 2 0 > IV
      * * 1 > IV`,
    ...AJCC8('chapter 63, urethra'),
  },
  {
    chapter: 'thyroid-differentiated',
    edition: 8,
    ...THYROID,
    factors: { age: '<55 >=55' },
    rows: `
      * * 0 <55 > I
      * * 1 <55 > II
      1,2 0,X 0 >=55 > I
      1,2 1 0 >=55 > II
      3 * 0 >=55 > II
      4a * 0 >=55 > III
      4b * 0 >=55 > IVA
      * * 1 >=55 > IVB`,
    ...AJCC8('chapter 73, differentiated thyroid carcinoma'),
  },
  {
    chapter: 'thyroid-anaplastic',
    edition: 8,
    ...THYROID,
    rows: `
      1,2,3a 0,X 0 > IVA
      1,2,3a 1 0 > IVB
      3b,4 * 0 > IVB
      * * 1 > IVC`,
    // The public engine makes IVA of T3b N0, the manual IVB.
    ...AJCC8_KNOWN('chapter 73, anaplastic thyroid carcinoma'),
  },
  {
    chapter: 'thyroid-medullary',
    edition: 8,
    ...THYROID,
    N: '0a 0b 1a 1b',
    rows: `
      1 0 0 > I
      2,3 0 0 > II
      1,2,3 1a 0 > III
      1,2,3 1b 0 > IVA
      4a * 0 > IVA
      4b * 0 > IVB
      * * 1 > IVC`,
    ...AJCC8('chapter 74, medullary thyroid carcinoma'),
  },
  {
    chapter: 'adrenal-cortex',
    edition: 8,
    T: '0 1 2 3 4',
    N: '0 1',
    M: '0 1',
    rows: `
      1 0 0 > I
      2 0 0 > II
      1,2 1 0 > III
      3,4 * 0 > III
      * * 1 > IV`,
    ...AJCC8('chapter 76, adrenal cortical carcinoma'),
  },
  {
    chapter: 'phaeochromocytoma',
    edition: 8,
    T: '0 1 2 3',
    N: '0 1',
    M: '0 1a 1b 1c',
    rows: `
      1 0 0 > I
      2 0 0 > II
      1,2 1 0 > III
      3 * 0 > III
      * * 1 > IV`,
    ...AJCC8('chapter 77, phaeochromocytoma and paraganglioma'),
  },
];
