import { AJCC8, type StageTableText } from './text.ts';

/** Lip and oral cavity, p16-negative oropharynx, hypopharynx, larynx, nasal cavity and sinuses: one grouping for all. */
const squamous = (chapter: string, T: string, source: string): StageTableText => ({
  chapter,
  edition: 8,
  T,
  N: '0 1 2a 2b 2c 3a 3b',
  M: '0 1',
  rows: `
    is 0 0 > 0
    1 0 0 > I
    2 0 0 > II
    3 0 0 > III
    0,1,2,3 1 0 > III
    4a 0,1,2 0 > IVA
    0,1,2,3 2 0 > IVA
    4b * 0 > IVB
    * 3 0 > IVB
    * * 1 > IVC`,
  ...AJCC8(source),
});

const PLAIN = '0 is 1 2 3 4a 4b';

export const HEAD_AND_NECK: readonly StageTableText[] = [
  squamous('lip-oral-cavity', PLAIN, 'chapter 7, lip and oral cavity'),
  squamous('salivary-glands', PLAIN, 'chapter 8, major salivary glands'),
  squamous('oropharynx-p16-negative', PLAIN, 'chapter 11, oropharynx (p16−)'),
  squamous('hypopharynx', PLAIN, 'chapter 11, hypopharynx'),
  squamous('nasal-cavity-sinuses', PLAIN, 'chapter 12, nasal cavity and paranasal sinuses'),
  squamous('larynx', '0 is 1a 1b 2 3 4a 4b', 'chapter 13, larynx'),
  {
    chapter: 'unknown-primary-head-neck',
    edition: 8,
    T: '0',
    N: '0 1 2a 2b 2c 3a 3b',
    M: '0 1',
    rows: `
      0 1 0 > III
      0 2 0 > IVA
      0 3 0 > IVB
      0 * 1 > IVC`,
    ...AJCC8('chapter 6, cervical lymph nodes and unknown primary of the head and neck'),
  },
  {
    chapter: 'oropharynx-p16-positive',
    edition: 8,
    classification: 'c',
    T: '0 is 1 2 3 4',
    N: '0 1 2 3',
    M: '0 1',
    rows: `
      0,1,2 0,1 0 > I
      0,1,2 2 0 > II
      3 0,1,2 0 > II
      4 0,1,2 0 > III
      * 3 0 > III
      * * 1 > IV`,
    ...AJCC8('chapter 10, HPV-mediated (p16+) oropharynx, clinical'),
  },
  {
    chapter: 'oropharynx-p16-positive',
    edition: 8,
    classification: 'p',
    T: '0 1 2 3 4',
    N: '0 1 2',
    M: '0 1',
    rows: `
      0,1,2 0,1 0 > I
      0,1,2 2 0 > II
      3,4 0,1 0 > II
      3,4 2 0 > III
      * * 1 > IV`,
    ...AJCC8('chapter 10, HPV-mediated (p16+) oropharynx, pathological'),
  },
  {
    chapter: 'nasopharynx',
    edition: 8,
    T: '0 is 1 2 3 4',
    N: '0 1 2 3',
    M: '0 1',
    rows: `
      is 0 0 > 0
      1 0 0 > I
      0,1 1 0 > II
      2 0,1 0 > II
      0,1,2 2 0 > III
      3 0,1,2 0 > III
      4 0,1,2 0 > IVA
      * 3 0 > IVA
      * * 1 > IVB`,
    ...AJCC8('chapter 9, nasopharynx'),
  },
  {
    chapter: 'nasopharynx',
    edition: 9,
    T: '0 is 1 2 3 4',
    N: '0 1 2 3',
    M: '0 1a 1b',
    rows: `
      is 0 0 > 0
      1,2 0 0 > IA
      0,1,2 1 0 > IB
      0,1,2 2 0 > II
      3 0,1,2 0 > II
      4 0,1,2 0 > III
      * 3 0 > III
      * * 1a > IVA
      * * 1b > IVB`,
    source:
      'AJCC Version 9, nasopharynx (Pan JJ et al. JAMA Oncol 2024;10:1627-35, erratum 10:1736)',
    mark: 'known',
  },
  {
    chapter: 'skin-carcinoma-head-neck',
    edition: 8,
    T: '0 is 1 2 3 4a 4b',
    N: '0 1 2a 2b 2c 3a 3b',
    M: '0 1',
    rows: `
      is 0 0 > 0
      1 0 0 > I
      2 0 0 > II
      3 0 0 > III
      1,2,3 1 0 > III
      1,2,3 2 0 > IV
      4 * 0 > IV
      * 3 0 > IV
      * * 1 > IV`,
    ...AJCC8('chapter 15, cutaneous squamous cell carcinoma of the head and neck'),
  },
];
