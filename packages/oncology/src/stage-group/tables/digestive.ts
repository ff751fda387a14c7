import { AJCC8, type StageTableText } from './text.ts';

const neuroendocrine = (chapter: string, source: string, N = '0 1'): StageTableText => ({
  chapter,
  edition: 8,
  T: '0 1 2 3 4',
  N,
  M: '0 1a 1b 1c',
  rows: `
    1 0 0 > I
    2,3 0 0 > II
    4 0 0 > III
    * ${N === '0 1' ? '1' : '1,2'} 0 > III
    * * 1 > IV`,
  ...AJCC8(source),
});

export const DIGESTIVE: readonly StageTableText[] = [
  {
    chapter: 'small-intestine',
    edition: 8,
    T: '0 is 1a 1b 2 3 4',
    N: '0 1 2',
    M: '0 1',
    rows: `
      is 0 0 > 0
      1,2 0 0 > I
      3 0 0 > IIA
      4 0 0 > IIB
      * 1 0 > IIIA
      * 2 0 > IIIB
      * * 1 > IV`,
    ...AJCC8('chapter 18, adenocarcinoma of the small intestine'),
  },
  {
    chapter: 'appendix',
    edition: 8,
    T: '0 is is(LAMN) 1 2 3 4a 4b',
    N: '0 1a 1b 1c 2',
    M: '0 1a 1b 1c',
    factors: { grade: '1 2 3 X' },
    rows: `
      is,is(LAMN) 0 0 * > 0
      1,2 0 0 * > I
      3 0 0 * > IIA
      4a 0 0 * > IIB
      4b 0 0 * > IIC
      1,2 1 0 * > IIIA
      3,4 1 0 * > IIIB
      * 2 0 * > IIIC
      * * 1a * > IVA
      * * 1b 1 > IVA
      * * 1b 2,3,X > IVB
      * * 1c * > IVC`,
    ...AJCC8('chapter 19, carcinoma of the appendix'),
  },
  {
    chapter: 'colorectum',
    edition: 8,
    T: '0 is 1 2 3 4a 4b',
    N: '0 1a 1b 1c 2a 2b',
    M: '0 1a 1b 1c',
    rows: `
      is 0 0 > 0
      1,2 0 0 > I
      3 0 0 > IIA
      4a 0 0 > IIB
      4b 0 0 > IIC
      1,2 1 0 > IIIA
      1 2a 0 > IIIA
      3,4a 1 0 > IIIB
      2,3 2a 0 > IIIB
      1,2 2b 0 > IIIB
      4a 2a 0 > IIIC
      3,4a 2b 0 > IIIC
      4b 1,2 0 > IIIC
      * * 1a > IVA
      * * 1b > IVB
      * * 1c > IVC`,
    ...AJCC8('chapter 20, colon and rectum'),
  },
  {
    chapter: 'anus',
    edition: 8,
    T: '0 is 1 2 3 4',
    N: '0 1a 1b 1c',
    M: '0 1',
    rows: `
      is 0 0 > 0
      1 0 0 > I
      2 0 0 > IIA
      3 0 0 > IIB
      1,2 1 0 > IIIA
      4 0 0 > IIIB
      3,4 1 0 > IIIC
      * * 1 > IV`,
    ...AJCC8('chapter 21, anus'),
  },
  {
    chapter: 'liver',
    edition: 8,
    T: '0 1a 1b 2 3 4',
    N: '0 1',
    M: '0 1',
    rows: `
      1a 0 0 > IA
      1b 0 0 > IB
      2 0 0 > II
      3 0 0 > IIIA
      4 0 0 > IIIB
      * 1 0 > IVA
      * * 1 > IVB`,
    ...AJCC8('chapter 22, hepatocellular carcinoma'),
  },
  {
    chapter: 'intrahepatic-bile-duct',
    edition: 8,
    T: '0 is 1a 1b 2 3 4',
    N: '0 1',
    M: '0 1',
    rows: `
      is 0 0 > 0
      1a 0 0 > IA
      1b 0 0 > IB
      2 0 0 > II
      3 0 0 > IIIA
      4 0 0 > IIIB
      * 1 0 > IIIB
      * * 1 > IV`,
    ...AJCC8('chapter 23, intrahepatic bile ducts'),
  },
  {
    chapter: 'gallbladder',
    edition: 8,
    T: '0 is 1a 1b 2a 2b 3 4',
    N: '0 1 2',
    M: '0 1',
    rows: `
      is 0 0 > 0
      1 0 0 > I
      2a 0 0 > IIA
      2b 0 0 > IIB
      3 0 0 > IIIA
      1,2,3 1 0 > IIIB
      4 0,1 0 > IVA
      * 2 0 > IVB
      * * 1 > IVB`,
    ...AJCC8('chapter 24, gallbladder'),
  },
  {
    chapter: 'perihilar-bile-duct',
    edition: 8,
    T: '0 is 1 2a 2b 3 4',
    N: '0 1 2',
    M: '0 1',
    rows: `
      is 0 0 > 0
      1 0 0 > I
      2 0 0 > II
      3 0 0 > IIIA
      4 0 0 > IIIB
      * 1 0 > IIIC
      * 2 0 > IVA
      * * 1 > IVB`,
    ...AJCC8('chapter 25, perihilar bile ducts'),
  },
  {
    chapter: 'distal-bile-duct',
    edition: 8,
    T: '0 is 1 2 3 4',
    N: '0 1 2',
    M: '0 1',
    rows: `
      is 0 0 > 0
      1 0 0 > I
      1 1 0 > IIA
      2 0 0 > IIA
      2 1 0 > IIB
      3 0,1 0 > IIB
      1,2,3 2 0 > IIIA
      4 * 0 > IIIB
      * * 1 > IV`,
    ...AJCC8('chapter 26, distal bile duct'),
  },
  {
    chapter: 'ampulla',
    edition: 8,
    T: '0 is 1a 1b 2 3a 3b 4',
    N: '0 1 2',
    M: '0 1',
    rows: `
      is 0 0 > 0
      1a 0 0 > IA
      1b,2 0 0 > IB
      3a 0 0 > IIA
      3b 0 0 > IIB
      4 * 0 > IIIB
      * 1 0 > IIIA
      * 2 0 > IIIB
      * * 1 > IV`,
    ...AJCC8('chapter 27, ampulla of Vater'),
  },
  {
    chapter: 'pancreas',
    edition: 8,
    T: '0 is 1a 1b 1c 2 3 4',
    N: '0 1 2',
    M: '0 1',
    rows: `
      is 0 0 > 0
      1 0 0 > IA
      2 0 0 > IB
      3 0 0 > IIA
      1,2,3 1 0 > IIB
      1,2,3 2 0 > III
      4 * 0 > III
      * * 1 > IV`,
    ...AJCC8('chapter 28, exocrine pancreas'),
  },
  neuroendocrine('net-stomach', 'chapter 29, neuroendocrine tumours of the stomach'),
  neuroendocrine('net-duodenum', 'chapter 30, neuroendocrine tumours of the duodenum and ampulla'),
  neuroendocrine(
    'net-jejunum-ileum',
    'chapter 31, neuroendocrine tumours of the jejunum and ileum',
    '0 1 2',
  ),
  neuroendocrine('net-appendix', 'chapter 32, neuroendocrine tumours of the appendix'),
  neuroendocrine('net-pancreas', 'chapter 34, neuroendocrine tumours of the pancreas'),
  {
    chapter: 'net-colorectum',
    edition: 8,
    T: '0 1a 1b 2 3 4',
    N: '0 1',
    M: '0 1a 1b 1c',
    rows: `
      1 0 0 > I
      2 0 0 > IIA
      3 0 0 > IIB
      4 0 0 > IIIA
      * 1 0 > IIIB
      * * 1 > IV`,
    ...AJCC8('chapter 33, neuroendocrine tumours of the colon and rectum'),
  },
];
