export interface NamedMutant {
  readonly name: string;
  readonly file: string;
  /** A text that stands once in the file, and what takes its place. */
  readonly from: string;
  readonly to: string;
}

const PERFORMANCE = 'subgraphs/patients/src/kinds/performance/fhir.ts';
const DATES = 'packages/intake/src/edits/dates/edits.ts';
const FINDING = 'subgraphs/specimens/src/kinds/biomarker/finding.ts';
const IDENTITY = 'packages/linkage/src/names/resident-identity.ts';
const STAGE = 'subgraphs/patients/src/kinds/stage/fhir.ts';
const STAGE_IN_WORDS = 'subgraphs/patients/src/kinds/stage/stage-of-concept.ts';
const RESIDENCE = 'subgraphs/patients/src/kinds/patient/residence.ts';

/** Faults of reading that once passed every test, each alone and all together. */
export const NAMED_MUTANTS: readonly NamedMutant[] = [
  {
    name: 'ECOG 5 is refused',
    file: PERFORMANCE,
    from: "'ECOG' ? 5 : 100",
    to: "'ECOG' ? 4 : 100",
  },
  {
    name: 'a treatment before birth is accepted',
    file: DATES,
    from: 'born !== null && isBefore(date, born)',
    to: 'born !== null && isBefore(date, born) && false',
  },
  {
    name: '"not detected" is not negative',
    file: FINDING,
    from: 'bnot (?:',
    to: 'bnever (?:',
  },
  { name: '"wild type" is not negative', file: FINDING, from: 'wild[- ]?type|', to: '' },
  { name: '未检出 is not negative', file: FINDING, from: '未检出|', to: '' },
  {
    name: 'two weights of the resident identity number are exchanged',
    file: IDENTITY,
    from: '[7, 9, 10,',
    to: '[9, 7, 10,',
  },
  {
    name: 'a recurrent category is read as any other',
    file: STAGE,
    from: "c.recurrent ? 'r' : ",
    to: '',
  },
  {
    name: 'a recurrent stage in words is read as any other',
    file: STAGE_IN_WORDS,
    from: "if (/recurren|复发|\\brTNM/i.test(words)) return 'r';",
    to: '',
  },
  {
    name: "Hong Kong's and Macao's codes of countries are exchanged",
    file: RESIDENCE,
    from: "['HK', '810000'],\n  ['HKG', '810000'],\n  ['MO', '820000'],\n  ['MAC', '820000'],",
    to: "['HK', '820000'],\n  ['HKG', '820000'],\n  ['MO', '810000'],\n  ['MAC', '810000'],",
  },
  {
    name: "Hong Kong's and Macao's codes of subdivisions are exchanged",
    file: RESIDENCE,
    from: 'HK81 MO82',
    to: 'HK82 MO81',
  },
];
