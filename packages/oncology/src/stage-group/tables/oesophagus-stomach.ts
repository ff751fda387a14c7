import { AJCC8, AJCC8_KNOWN, type StageTableText } from './text.ts';

const OESOPHAGUS = { T: '0 is 1a 1b 2 3 4a 4b', N: '0 1 2 3', M: '0 1' } as const;
const STOMACH = { T: '0 is 1a 1b 2 3 4a 4b', N: '0 1 2 3a 3b', M: '0 1' } as const;

const afterTreatment = (chapter: string): StageTableText => ({
  chapter,
  edition: 8,
  classification: 'yp',
  ...OESOPHAGUS,
  rows: `
    0,1,2 0 0 > I
    3 0 0 > II
    0,1,2 1 0 > IIIA
    3 1 0 > IIIB
    0,1,2,3 2 0 > IIIB
    4a 0 0 > IIIB
    4a 1,2 0 > IVA
    4b 0,1,2 0 > IVA
    * 3 0 > IVA
    * * 1 > IVB`,
  ...AJCC8_KNOWN('chapter 16, oesophagus and oesophagogastric junction, post-neoadjuvant'),
});

export const OESOPHAGUS_STOMACH: readonly StageTableText[] = [
  {
    chapter: 'oesophagus-squamous',
    edition: 8,
    classification: 'c',
    ...OESOPHAGUS,
    rows: `
      is 0 0 > 0
      1 0,1 0 > I
      2 0,1 0 > II
      3 0 0 > II
      3 1 0 > III
      1,2,3 2 0 > III
      4 0,1,2 0 > IVA
      * 3 0 > IVA
      * * 1 > IVB`,
    ...AJCC8_KNOWN('chapter 16, squamous cell carcinoma of the oesophagus, clinical'),
  },
  {
    chapter: 'oesophagus-squamous',
    edition: 8,
    classification: 'p',
    ...OESOPHAGUS,
    factors: { grade: '1 2 3 X', location: 'U M L X' },
    rows: `
      is 0 0 * * > 0
      1a 0 0 1,X * > IA
      1a 0 0 2,3 * > IB
      1b 0 0 * * > IB
      2 0 0 1 * > IB
      2 0 0 2,3,X * > IIA
      3 0 0 * L > IIA
      3 0 0 1 U,M > IIA
      3 0 0 2,3,X U,M > IIB
      3 0 0 * X > IIB
      1 1 0 * * > IIB
      1 2 0 * * > IIIA
      2 1 0 * * > IIIA
      2 2 0 * * > IIIB
      3 1,2 0 * * > IIIB
      4a 0,1 0 * * > IIIB
      4a 2 0 * * > IVA
      4b 0,1,2 0 * * > IVA
      * 3 0 * * > IVA
      * * 1 * * > IVB`,
    ...AJCC8('chapter 16, squamous cell carcinoma of the oesophagus, pathological'),
  },
  afterTreatment('oesophagus-squamous'),
  {
    chapter: 'oesophagus-adenocarcinoma',
    edition: 8,
    classification: 'c',
    ...OESOPHAGUS,
    rows: `
      is 0 0 > 0
      1 0 0 > I
      1 1 0 > IIA
      2 0 0 > IIB
      2 1 0 > III
      3,4a 0,1 0 > III
      1,2,3,4a 2 0 > IVA
      4b 0,1,2 0 > IVA
      * 3 0 > IVA
      * * 1 > IVB`,
    ...AJCC8_KNOWN('chapter 16, adenocarcinoma of the oesophagus, clinical'),
  },
  {
    chapter: 'oesophagus-adenocarcinoma',
    edition: 8,
    classification: 'p',
    ...OESOPHAGUS,
    factors: { grade: '1 2 3 X' },
    rows: `
      is 0 0 * > 0
      1a 0 0 1,X > IA
      1a 0 0 2 > IB
      1b 0 0 1,2,X > IB
      1 0 0 3 > IC
      2 0 0 1,2 > IC
      2 0 0 3,X > IIA
      1 1 0 * > IIB
      3 0 0 * > IIB
      1 2 0 * > IIIA
      2 1 0 * > IIIA
      2 2 0 * > IIIB
      3 1,2 0 * > IIIB
      4a 0,1 0 * > IIIB
      4a 2 0 * > IVA
      4b 0,1,2 0 * > IVA
      * 3 0 * > IVA
      * * 1 * > IVB`,
    ...AJCC8('chapter 16, adenocarcinoma of the oesophagus, pathological'),
  },
  afterTreatment('oesophagus-adenocarcinoma'),
  {
    chapter: 'stomach',
    edition: 8,
    classification: 'c',
    ...STOMACH,
    rows: `
      is 0 0 > 0
      1,2 0 0 > I
      1,2 1,2,3 0 > IIA
      3,4a 0 0 > IIB
      3,4a 1,2,3 0 > III
      4b * 0 > IVA
      * * 1 > IVB`,
    ...AJCC8_KNOWN('chapter 17, stomach, clinical'),
  },
  {
    chapter: 'stomach',
    edition: 8,
    classification: 'p',
    ...STOMACH,
    rows: `
      is 0 0 > 0
      1 0 0 > IA
      1 1 0 > IB
      2 0 0 > IB
      1 2 0 > IIA
      2 1 0 > IIA
      3 0 0 > IIA
      1 3a 0 > IIB
      2 2 0 > IIB
      3 1 0 > IIB
      4a 0 0 > IIB
      2 3a 0 > IIIA
      3 2 0 > IIIA
      4a 1,2 0 > IIIA
      4b 0 0 > IIIA
      1,2 3b 0 > IIIB
      3,4a 3a 0 > IIIB
      4b 1,2 0 > IIIB
      3,4a 3b 0 > IIIC
      4b 3 0 > IIIC
      * * 1 > IV`,
    ...AJCC8('chapter 17, stomach, pathological'),
  },
  {
    chapter: 'stomach',
    edition: 8,
    classification: 'yp',
    ...STOMACH,
    rows: `
      1,2 0 0 > I
      1 1 0 > I
      1 2,3 0 > II
      2 1,2 0 > II
      3 0,1 0 > II
      4a 0 0 > II
      2 3 0 > III
      3 2,3 0 > III
      4a 1,2,3 0 > III
      4b * 0 > III
      * * 1 > IV`,
    ...AJCC8_KNOWN('chapter 17, stomach, post-neoadjuvant'),
  },
];
