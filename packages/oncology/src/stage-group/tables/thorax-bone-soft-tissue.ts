import { AJCC8, type StageTableText } from './text.ts';

const SARCOMA = {
  T: '0 1 2 3 4',
  N: '0 1',
  M: '0 1',
  factors: { grade: '1 2 3 X' },
  nxIsN0: true,
} as const;

/** Soft tissue of trunk and extremities, and retroperitoneum: they differ in what involved nodes make. */
const sarcoma = (chapter: string, withNodes: string, source: string): StageTableText => ({
  chapter,
  edition: 8,
  ...SARCOMA,
  rows: `
    1 0 0 1,X > IA
    2,3,4 0 0 1,X > IB
    1 0 0 2,3 > II
    2 0 0 2,3 > IIIA
    3,4 0 0 2,3 > IIIB
    * 1 0 * > ${withNodes}
    * * 1 * > IV`,
  ...AJCC8(source),
});

export const THORAX_BONE_SOFT_TISSUE: readonly StageTableText[] = [
  {
    chapter: 'lung',
    edition: 8,
    occult: true,
    T: '0 is 1mi 1a 1b 1c 2a 2b 3 4',
    N: '0 1 2 3',
    M: '0 1a 1b 1c',
    rows: `
      is 0 0 > 0
      1mi,1a 0 0 > IA1
      1b 0 0 > IA2
      1c 0 0 > IA3
      2a 0 0 > IB
      2b 0 0 > IIA
      3 0 0 > IIB
      1,2 1 0 > IIB
      3 1 0 > IIIA
      4 0,1 0 > IIIA
      1,2 2 0 > IIIA
      3,4 2 0 > IIIB
      1,2 3 0 > IIIB
      3,4 3 0 > IIIC
      * * 1a,1b > IVA
      * * 1c > IVB`,
    ...AJCC8('chapter 36, lung'),
  },
  {
    chapter: 'lung',
    edition: 9,
    occult: true,
    T: '0 is 1mi 1a 1b 1c 2a 2b 3 4',
    N: '0 1 2a 2b 3',
    M: '0 1a 1b 1c1 1c2',
    rows: `
      is 0 0 > 0
      1mi,1a 0 0 > IA1
      1b 0 0 > IA2
      1c 0 0 > IA3
      2a 0 0 > IB
      2b 0 0 > IIA
      3 0 0 > IIB
      4 0 0 > IIIA
      1 1 0 > IIA
      1 2a 0 > IIB
      1 2b 0 > IIIA
      1 3 0 > IIIB
      2 1 0 > IIB
      2 2a 0 > IIIA
      2 2b 0 > IIIB
      2 3 0 > IIIB
      3 1,2a 0 > IIIA
      3 2b 0 > IIIB
      3 3 0 > IIIC
      4 1 0 > IIIA
      4 2 0 > IIIB
      4 3 0 > IIIC
      * * 1a,1b > IVA
      * * 1c > IVB`,
    source:
      'AJCC Version 9 and UICC 9th edition, lung (Rami-Porta R et al. J Thorac Oncol 2024;19:1007-27)',
    mark: 'known',
  },
  {
    chapter: 'thymus',
    edition: 8,
    T: '0 1a 1b 2 3 4',
    N: '0 1 2',
    M: '0 1a 1b',
    rows: `
      1 0 0 > I
      2 0 0 > II
      3 0 0 > IIIA
      4 0 0 > IIIB
      * 1 0 > IVA
      * 0,1 1a > IVA
      * 2 0,1a > IVB
      * * 1b > IVB`,
    ...AJCC8('chapter 35, thymus'),
  },
  {
    chapter: 'pleural-mesothelioma',
    edition: 8,
    T: '0 1 2 3 4',
    N: '0 1 2',
    M: '0 1',
    rows: `
      1 0 0 > IA
      2,3 0 0 > IB
      1,2 1 0 > II
      3 1 0 > IIIA
      1,2,3 2 0 > IIIB
      4 * 0 > IIIB
      * * 1 > IV`,
    ...AJCC8('chapter 37, malignant pleural mesothelioma'),
  },
  {
    chapter: 'bone',
    edition: 8,
    T: '0 1 2 3',
    N: '0 1',
    M: '0 1a 1b',
    factors: { grade: '1 2 3 X' },
    nxIsN0: true,
    rows: `
      1 0 0 1,X > IA
      2,3 0 0 1,X > IB
      1 0 0 2,3 > IIA
      2 0 0 2,3 > IIB
      3 0 0 2,3 > III
      * 0 1a * > IVA
      * 1 * * > IVB
      * * 1b * > IVB`,
    ...AJCC8('chapter 38, bone (appendicular skeleton, trunk, skull and facial bones)'),
  },
  sarcoma(
    'soft-tissue-trunk-extremities',
    'IV',
    'chapter 41, soft tissue sarcoma of the trunk and extremities',
  ),
  sarcoma('retroperitoneum', 'IIIB', 'chapter 44, soft tissue sarcoma of the retroperitoneum'),
  {
    chapter: 'gist-stomach',
    edition: 8,
    T: '0 1 2 3 4',
    N: '0 1',
    M: '0 1',
    factors: { mitotic_rate: 'low high' },
    nxIsN0: true,
    rows: `
      1,2 0 0 low > IA
      3 0 0 low > IB
      1,2 0 0 high > II
      4 0 0 low > II
      3 0 0 high > IIIA
      4 0 0 high > IIIB
      * 1 0 * > IV
      * * 1 * > IV`,
    ...AJCC8('chapter 43, gastrointestinal stromal tumour, gastric and omental'),
  },
  {
    chapter: 'gist-other',
    edition: 8,
    T: '0 1 2 3 4',
    N: '0 1',
    M: '0 1',
    factors: { mitotic_rate: 'low high' },
    nxIsN0: true,
    rows: `
      1,2 0 0 low > I
      3 0 0 low > II
      1 0 0 high > IIIA
      4 0 0 low > IIIA
      2,3,4 0 0 high > IIIB
      * 1 0 * > IV
      * * 1 * > IV`,
    ...AJCC8(
      'chapter 43, gastrointestinal stromal tumour, small intestinal, oesophageal, colorectal, mesenteric and peritoneal',
    ),
  },
];
