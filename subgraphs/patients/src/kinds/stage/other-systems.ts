import type { CodeableConcept, Observation } from '@medplum/fhirtypes';
import { codings, LOINC, SNOMED } from '@nodp/record/fhir';

/** A staging or grading system outside TNM, and how its value reads in the display of a code. */
export interface OtherSystem {
  readonly name: string;
  /** Observation codes that ask for it (SNOMED CT, LOINC, NCI Thesaurus). */
  readonly codes: readonly string[];
  /** Words of a code that ask for it. */
  readonly asked?: RegExp;
  /** Finds the value in a display. */
  readonly value: RegExp;
  /** Finds the value in a display that does not name the system. */
  readonly bare?: RegExp;
}

/** `Binet Stage B`, `CNLC Ⅱa期`, `BCLC分期 B期`, or a method's name and then the value: `Rai staging system III`. */
const stageOf = (name: string, values: string): RegExp =>
  new RegExp(
    `(?:${name})(?:[^A-Za-z0-9]|staging|system|stage|classification|for|multiple|myeloma)*(${values})(?![A-Za-z0-9])`,
    'i',
  );

const ROMAN: Readonly<Record<string, string>> = { '1': 'I', '2': 'II', '3': 'III', '4': 'IV' };
/** Systems of Roman groups are written in Arabic figures too: `ISS 2`, `CNLC 3a`. */
const inRoman = (value: string): string =>
  value.replace(/^[1-4](?=[A-D]?$)/i, (n) => ROMAN[n] ?? n);

/** What some chapters of the manual ask for besides T, N and M. */
const CHAPTER_FACTORS: readonly OtherSystem[] = [
  {
    name: 'Mitotic rate',
    codes: ['371472000'],
    asked: /mitotic (?:rate|count|index|activity)|mitoses per|核分裂[象像相]?(?:计数|数|率)?/i,
    value:
      /(?:mitotic (?:rate|count|index|activity)|核分裂[象像相]?(?:计数|数|率)?)\s*[:：]?\s*((?:[<>≤≥]=?\s*)?\d.*|low|high|低|高)$/i,
  },
  {
    name: 'Siewert',
    codes: [],
    asked: /Siewert/i,
    value: /Siewert(?:[^A-Za-z0-9]|type|classification)*(I{1,3}|[1-3])(?![A-Za-z0-9])/i,
    bare: /^\s*(?:type\s*)?(I{1,3}|[1-3])\s*型?\s*$/i,
  },
  {
    name: 'B category',
    codes: [],
    asked:
      /\bB[- ](?:category|classification)\b|(?:peripheral )?blood involvement|B分类|血液受累|外周血受累/i,
    value:
      /(?:\bB[- ](?:category|classification)|blood involvement|B分类|血液受累|外周血受累)[^A-Za-z0-9]*(B[0-2][ab]?)(?![A-Za-z0-9])/i,
    bare: /^\s*(B[0-2][ab]?)\s*$/i,
  },
];

const OTHER_SYSTEMS: readonly OtherSystem[] = [
  // Before the others: its name holds theirs, and its groups are other ones (D'Agostino, J Clin Oncol 2022;40:3406).
  {
    name: 'R2-ISS',
    codes: [],
    value: stageOf('\\bR2-?ISS|second revision of the international staging', 'I{1,3}|IV|[1-4]'),
  },
  {
    name: 'R-ISS',
    codes: ['C141392'],
    value: stageOf(
      '\\bR-?ISS|revised (?:ISS|international staging)|修订.{0,3}国际分期',
      'I{1,3}|[1-3]',
    ),
  },
  {
    name: 'ISS',
    codes: [],
    value: stageOf('(?<![\\w-])ISS|international staging|国际分期', 'I{1,3}|[1-3]'),
  },
  {
    name: 'Durie-Salmon',
    codes: [],
    value: stageOf('Durie.{0,3}Salmon', 'I{1,3}[AB]?|[1-3][AB]?'),
  },
  { name: 'INRG', codes: ['C133427'], value: /INRG stage\s+(L1|L2|MS|M)\b/i },
  { name: 'IRS', codes: ['405916000'], value: /clinical group\s+(I{1,3}V?[A-D]?|IV)\b/i },
  { name: 'Breslow', codes: ['106243009'], value: /depth\s+(.*?mm)/i },
  { name: 'Clark', codes: ['103419001'], value: /level\s+([1-5]|I{1,3}|IV|V)\b/i },
  { name: 'ISUP', codes: ['385377005', '94734-1'], value: /grade group\s+([1-5])/i },
  {
    name: 'Gleason',
    codes: ['372278000', '35266-6', '35267-4', '35268-2'],
    value: /gleason (?:score|pattern)\s*:?\s*(\d+)/i,
  },
  { name: 'Binet', codes: [], value: stageOf('\\bBinet', '[ABC]') },
  { name: 'Rai', codes: [], value: stageOf('\\bRai', '0|I{1,3}|IV|[1-4]') },
  {
    name: 'CNLC',
    codes: [],
    value: stageOf('CNLC|中国肝癌|China liver cancer', 'I{1,3}[ab]?|IV|[1-3][ab]?|4'),
  },
  {
    name: 'BCLC',
    codes: [],
    value: stageOf('BCLC|巴塞罗那|Barcelona(?: Clinic)?(?: Liver Cancer)?', '[0A-D]'),
  },
  { name: 'Dukes', codes: [], value: stageOf("\\bDukes'?", '[A-D][12]?') },
  ...CHAPTER_FACTORS,
];
/** Those whose stage is said by the system's name and a value apart from one another too: method Rai, value III. */
const NAMED_APART = new Set([
  'R2-ISS',
  'R-ISS',
  'ISS',
  'Durie-Salmon',
  'Binet',
  'Rai',
  'CNLC',
  'BCLC',
  'Dukes',
  'Siewert',
  'B category',
]);

/** All words of a concept: the displays of its codes and its text. */
export const wordsOf = (concept: CodeableConcept | undefined): string =>
  [...codings(concept).map((c) => c.display ?? ''), concept?.text ?? ''].join(' ');

/** The words of a stage, or its code where it came without any. */
export const stageWordsOf = (concept: CodeableConcept | undefined): string => {
  const words = wordsOf(concept).trim();
  return words === ''
    ? codings(concept)
        .map(({ code }) => code)
        .join(' ')
    : words;
};

interface Said {
  readonly name: string;
  readonly value: string;
}

const said = (name: string, value: string): Said => ({
  name,
  value: NAMED_APART.has(name) ? inRoman(value) : value,
});

/** The system, of all or of the one asked, whose value the words of a concept say. */
export const inOther = (concept: CodeableConcept | undefined, asked?: OtherSystem): Said | null => {
  const words = wordsOf(concept).normalize('NFKC').trim();
  for (const other of asked ? [asked] : OTHER_SYSTEMS) {
    const [, value] = other.value.exec(words) ?? (asked?.bare?.exec(words) || []);
    if (value !== undefined) return said(other.name, value);
  }
  return null;
};

/** The stage of a system that stands apart from its value: the method names Rai, the value says III. */
export const byMethod = (
  concept: CodeableConcept | undefined,
  system: string | null,
): Said | null => {
  const values = [...codings(concept).flatMap((c) => [c.display, c.code]), concept?.text];
  for (const value of values) {
    const words = `${system ?? ''} ${value ?? ''}`.normalize('NFKC');
    for (const other of OTHER_SYSTEMS) {
      const [, found] = NAMED_APART.has(other.name) ? (other.value.exec(words) ?? []) : [];
      if (found !== undefined) return said(other.name, found);
    }
  }
  return null;
};

/** The system that the code of an Observation, or its words, asks for. */
export const otherSystemAsked = (observation: Observation): OtherSystem | undefined => {
  const codes = codings(observation.code).map((c) => c.code);
  const words = wordsOf(observation.code);
  return (
    OTHER_SYSTEMS.find((s) => s.codes.some((c) => codes.includes(c))) ??
    OTHER_SYSTEMS.find(({ asked }) => asked?.test(words) === true)
  );
};

const NCIT = 'http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl';

/** Systems whose value Observations of a code of their own ask for. */
export const ASKED_FOR_BY_CODE: readonly string[] = OTHER_SYSTEMS.flatMap(({ name, codes }) =>
  codes.length > 0 ? [name] : [],
);

/** The code of an Observation that asks for a system's value; null where it is asked for as a stage group. */
export const codeAskingFor = (name: string): { system: string; code: string } | null => {
  const code = OTHER_SYSTEMS.find((s) => s.name === name)?.codes[0];
  if (code === undefined) return null;
  return { system: code.startsWith('C') ? NCIT : code.includes('-') ? LOINC : SNOMED, code };
};
