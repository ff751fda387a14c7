import { AJCC8, AJCC8_KNOWN, type StageTableText } from './text.ts';

const BREAST = {
  edition: 8,
  T: '0 is 1mi 1a 1b 1c 2 3 4a 4b 4c 4d',
  N: '0 1mi 1a 1b 1c 2a 2b 3a 3b 3c',
  M: '0 1',
  // A node category N1 without subdivision is a macrometastasis: micrometastases are always written N1mi.
  undivided: { N1: '1a 1b 1c' },
} as const;

/** One row of the manual's prognostic tables: which T and N share it. */
const CLASSES = [
  ['1 0', '0,1 1mi'],
  ['0,1 1a,1b,1c', '2 0'],
  ['2 1', '3 0'],
  ['0,1,2 2', '3 1,2'],
  ['4 0,1,2', '* 3'],
] as const;

type Groups = readonly string[];

/**
 * Rows of a prognostic table: a line for each of `CLASSES`; in it grades 1 to 3, HER2 positive before negative, and of
 * each ER+ PR+, ER+ PR−, ER− PR+, ER− PR−.
 * @param rest columns after PR that decide nothing, as the rows write them
 */
const prognosticRows = (lines: Groups, rest: string): string =>
  lines
    .flatMap((line, index) =>
      line.split(/\s+/).flatMap((group, column) => {
        const [grade, her2, er, pr] = [
          Math.floor(column / 8) + 1,
          column % 8 < 4 ? 1 : 0,
          column % 4 < 2 ? 1 : 0,
          column % 2 === 0 ? 1 : 0,
        ];
        return (CLASSES[index] ?? []).map(
          (tn) => `${tn} 0 ${grade} ${her2} ${er} ${pr}${rest} > ${group}`,
        );
      }),
    )
    .join('\n');

const FACTORS = { grade: '1 2 3', her2: '0 1', er: '0 1', pr: '0 1' };

export const BREAST_TABLES: readonly StageTableText[] = [
  {
    chapter: 'breast-anatomic',
    ...BREAST,
    rows: `
      is 0 0 > 0
      1 0 0 > IA
      0,1 1mi 0 > IB
      0,1 1 0 > IIA
      2 0 0 > IIA
      2 1 0 > IIB
      3 0 0 > IIB
      0,1,2 2 0 > IIIA
      3 1,2 0 > IIIA
      4 0,1,2 0 > IIIB
      * 3 0 > IIIC
      * * 1 > IV`,
    // The public engine has the prognostic stage alone.
    ...AJCC8_KNOWN('chapter 48, breast, anatomic stage'),
  },
  {
    chapter: 'breast-prognostic',
    ...BREAST,
    classification: 'c',
    factors: FACTORS,
    rows: `
      is 0 0 * * * * > 0
      * * 1 * * * * > IV
      ${prognosticRows(
        [
          'IA IA IA IA IA IA IA IB IA IA IA IA IA IA IA IB IA IA IA IA IA IB IB IB',
          'IB IIA IIA IIA IB IIA IIA IIA IB IIA IIA IIA IB IIA IIA IIB IB IIA IIA IIA IIA IIB IIB IIB',
          'IB IIA IIA IIB IIA IIB IIB IIB IB IIA IIA IIB IIA IIB IIB IIIB IB IIB IIB IIB IIB IIIA IIIA IIIB',
          'IIA IIIA IIIA IIIA IIA IIIA IIIA IIIB IIA IIIA IIIA IIIA IIA IIIA IIIA IIIB IIB IIIA IIIA IIIA IIIA IIIB IIIB IIIC',
          'IIIA IIIB IIIB IIIB IIIB IIIB IIIB IIIC IIIA IIIB IIIB IIIB IIIB IIIB IIIB IIIC IIIB IIIB IIIB IIIB IIIB IIIC IIIC IIIC',
        ],
        '',
      )}`,
    ...AJCC8('chapter 48, breast, clinical prognostic stage (table of 2018)'),
  },
  {
    chapter: 'breast-prognostic',
    ...BREAST,
    classification: 'p',
    factors: { ...FACTORS, oncotype_under_11: 'YES NO' },
    rows: `
      is 0 0 * * * * * > 0
      * * 1 * * * * * > IV
      1,2 0 0 * 0 1 * YES > IA
      ${prognosticRows(
        [
          'IA IA IA IA IA IA IA IA IA IA IA IA IA IA IA IB IA IA IA IA IA IA IA IB',
          'IA IB IB IIA IA IB IB IIA IA IB IB IIA IA IIA IIA IIA IA IIA IIA IIA IB IIA IIA IIA',
          'IA IIB IIB IIB IA IIB IIB IIB IB IIB IIB IIB IB IIB IIB IIB IB IIB IIB IIB IIA IIB IIB IIIA',
          'IB IIIA IIIA IIIA IB IIIA IIIA IIIA IB IIIA IIIA IIIA IB IIIA IIIA IIIB IIA IIIA IIIA IIIA IIB IIIA IIIA IIIC',
          'IIIA IIIB IIIB IIIB IIIA IIIB IIIB IIIB IIIA IIIB IIIB IIIB IIIA IIIB IIIB IIIC IIIB IIIB IIIB IIIB IIIB IIIC IIIC IIIC',
        ],
        ' *',
      )}`,
    ...AJCC8('chapter 48, breast, pathological prognostic stage (table of 2018)'),
  },
];
