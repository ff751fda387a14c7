import { AJCC8, type StageTableText } from './text.ts';

const ovary = (chapter: string, source: string): StageTableText => ({
  chapter,
  edition: 8,
  T: '0 1a 1b 1c1 1c2 1c3 2a 2b 3a 3b 3c',
  N: '0 1a 1b',
  M: '0 1a 1b',
  rows: `
    1a 0 0 > IA
    1b 0 0 > IB
    1c 0 0 > IC
    2a 0 0 > IIA
    2b 0 0 > IIB
    1,2 1 0 > IIIA1
    3a * 0 > IIIA2
    3b * 0 > IIIB
    3c * 0 > IIIC
    * * 1a > IVA
    * * 1b > IVB`,
  ...AJCC8(source),
});

const sarcoma = (chapter: string, T: string, rows: string, source: string): StageTableText => ({
  chapter,
  edition: 8,
  T,
  N: '0 1',
  M: '0 1',
  rows: `
    1a 0 0 > IA
    1b 0 0 > IB
    ${rows}
    2 0 0 > II
    3a 0 0 > IIIA
    3b 0 0 > IIIB
    1,2,3 1 0 > IIIC
    4 * 0 > IVA
    * * 1 > IVB`,
  ...AJCC8(source),
});

export const GYNAECOLOGICAL: readonly StageTableText[] = [
  {
    chapter: 'vulva',
    edition: 8,
    T: '0 1a 1b 2 3',
    N: '0 1a 1b 2a 2b 2c 3',
    M: '0 1',
    rows: `
      1a 0 0 > IA
      1b 0 0 > IB
      2 0 0 > II
      1,2 1 0 > IIIA
      1,2 2a,2b 0 > IIIB
      1,2 2c 0 > IIIC
      1,2 3 0 > IVA
      3 * 0 > IVA
      * * 1 > IVB`,
    ...AJCC8('chapter 50, vulva'),
  },
  {
    chapter: 'vagina',
    edition: 8,
    T: '0 1a 1b 2a 2b 3 4',
    N: '0 1',
    M: '0 1',
    rows: `
      1a 0 0 > IA
      1b 0 0 > IB
      2a 0 0 > IIA
      2b 0 0 > IIB
      1,2 1 0 > III
      3 * 0 > III
      4 * 0 > IVA
      * * 1 > IVB`,
    ...AJCC8('chapter 51, vagina'),
  },
  {
    chapter: 'cervix',
    edition: 8,
    T: '0 1a1 1a2 1b1 1b2 2a1 2a2 2b 3a 3b 4',
    N: '0 1',
    M: '0 1',
    rows: `
      * * 1 > IVB
      1a1 * 0 > IA1
      1a2 * 0 > IA2
      1b1 * 0 > IB1
      1b2 * 0 > IB2
      2a1 * 0 > IIA1
      2a2 * 0 > IIA2
      2b * 0 > IIB
      3a * 0 > IIIA
      3b * 0 > IIIB
      4 * 0 > IVA`,
    ...AJCC8('chapter 52, cervix uteri (FIGO 2009)'),
  },
  {
    chapter: 'cervix',
    edition: 9,
    T: '0 1a1 1a2 1b1 1b2 1b3 2a1 2a2 2b 3a 3b 4 X',
    N: '0 1mi 1a 2mi 2a',
    M: '0 1',
    rows: `
      1a1 0 0 > IA1
      1a2 0 0 > IA2
      1b1 0 0 > IB1
      1b2 0 0 > IB2
      1b3 0 0 > IB3
      2a1 0 0 > IIA1
      2a2 0 0 > IIA2
      2b 0 0 > IIB
      3a 0 0 > IIIA
      3b 0 0 > IIIB
      X,0,1,2,3 1 0 > IIIC1
      X,0,1,2,3 2 0 > IIIC2
      4 * 0 > IVA
      * * 1 > IVB`,
    source: 'AJCC Version 9 (2021), cervix uteri (FIGO 2018)',
    mark: 'seen',
  },
  {
    chapter: 'corpus-carcinoma',
    edition: 8,
    T: '0 1a 1b 2 3a 3b 4',
    N: '0 1mi 1a 2mi 2a',
    M: '0 1',
    rows: `
      1a 0 0 > IA
      1b 0 0 > IB
      2 0 0 > II
      3a 0 0 > IIIA
      3b 0 0 > IIIB
      1,2,3 1 0 > IIIC1
      1,2,3 2 0 > IIIC2
      4 * 0 > IVA
      * * 1 > IVB`,
    ...AJCC8('chapter 53, carcinoma and carcinosarcoma of the corpus uteri (FIGO 2009)'),
  },
  sarcoma(
    'corpus-sarcoma',
    '0 1a 1b 2a 2b 3a 3b 4',
    '',
    'chapter 54, leiomyosarcoma and endometrial stromal sarcoma',
  ),
  sarcoma(
    'corpus-adenosarcoma',
    '0 1a 1b 1c 2a 2b 3a 3b 4',
    '1c 0 0 > IC',
    'chapter 54, adenosarcoma',
  ),
  ovary(
    'ovary-tube-peritoneum',
    'chapter 55, ovary, fallopian tube and primary peritoneal carcinoma (FIGO 2014)',
  ),
];
