import type { StageTableText } from './text.ts';

const NET_SOURCE =
  'AJCC Version 9 (2024), gastroenteropancreatic neuroendocrine tumours (Chauhan A et al. CA Cancer J Clin 2024;74:359-67)';

/** As in the eighth edition; where the paper adds T1 NX M0 to stage I, the table has NX of its own. */
const neuroendocrine = (
  chapter: string,
  { T, N, M, rows }: Pick<StageTableText, 'T' | 'N' | 'M' | 'rows'>,
): StageTableText => ({
  chapter,
  edition: 9,
  T,
  N,
  M,
  rows,
  source: NET_SOURCE,
  mark: 'known',
});

const GASTRIC_DUODENAL_APPENDICEAL = {
  T: '0 1 2 3 4',
  N: '0 1 X',
  M: '0 1a 1b 1c',
  rows: `
    1 0,X 0 > I
    2,3 0 0 > II
    4 0 0 > III
    * 1 0 > III
    * * 1 > IV`,
};

/** Version 9 of chapters whose changes were published apart; of lung, nasopharynx and cervix see their own organs. */
export const NINTH_EDITION: readonly StageTableText[] = [
  {
    chapter: 'anus',
    edition: 9,
    T: '0 1 2 3 4',
    N: '0 1a 1b 1c',
    M: '0 1',
    rows: `
      1 0 0 > I
      2 0 0 > IIA
      1,2 1 0 > IIB
      3 0,1 0 > IIIA
      4 0 0 > IIIB
      4 1 0 > IIIC
      * * 1 > IV`,
    source:
      'AJCC Version 9 (2023), anus (Janczewski LM et al. CA Cancer J Clin 2023;73:516-23): IIB, IIIA and the end of stage 0 are as published there',
    mark: 'known',
  },
  neuroendocrine('net-stomach', GASTRIC_DUODENAL_APPENDICEAL),
  neuroendocrine('net-duodenum', GASTRIC_DUODENAL_APPENDICEAL),
  neuroendocrine('net-appendix', GASTRIC_DUODENAL_APPENDICEAL),
  neuroendocrine('net-jejunum-ileum', {
    T: '0 1 2 3 4',
    N: '0 1 2',
    M: '0 1a 1b 1c',
    rows: `
      1 0 0 > I
      2,3 0 0 > II
      4 0 0 > III
      * 1,2 0 > III
      * * 1 > IV`,
  }),
  neuroendocrine('net-pancreas', {
    T: '0 1 2 3 4',
    N: '0 1',
    M: '0 1a 1b 1c',
    rows: `
      1 0 0 > I
      2,3 0 0 > II
      4 0 0 > III
      * 1 0 > III
      * * 1 > IV`,
  }),
  neuroendocrine('net-colorectum', {
    T: '0 1a 1b 2 3 4',
    N: '0 1 X',
    M: '0 1a 1b 1c',
    rows: `
      1 0,X 0 > I
      2 0 0 > IIA
      3 0 0 > IIB
      4 0 0 > IIIA
      * 1 0 > IIIB
      * * 1 > IV`,
  }),
  {
    chapter: 'thymus',
    edition: 9,
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
    source:
      'AJCC Version 9 and UICC 9th edition (2025), thymus (Ruffini E et al. J Thorac Oncol 2023;18:1655-71; NHS England staging data sheet, TNM 9)',
    mark: 'seen',
  },
  {
    chapter: 'salivary-glands',
    edition: 9,
    T: '0 is 1 2 3 4a 4b',
    N: '0 1 2',
    M: '0 1',
    rows: `
      is 0 0 > 0
      1 0 0 > I
      2 0 0 > II
      3,4 0 0 > IIIA
      1,2 1 0 > IIIA
      1,2 2 0 > IIIB
      3,4 1,2 0 > IIIB
      * * 1 > IV`,
    source: 'UICC 9th edition (2026), salivary glands (NHS England staging data sheet, TNM 9)',
    mark: 'known',
  },
];
