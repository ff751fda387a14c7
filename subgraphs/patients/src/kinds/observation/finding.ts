import type { Observation } from '@medplum/fhirtypes';
import type { TumourFinding } from '@nodp/oncology';
import { codings, ICD_O_3, LOINC, SNOMED, sentWords } from '@nodp/record/fhir';
import { parseMorphology } from '@nodp/terminology';
import { isHistology } from '@nodp/terminology/morphology';
import { own } from '@nodp/terminology/own';
import { morphologyOfSnomed } from '@nodp/terminology/snomed';
import { writtenTogether } from '@nodp/terminology/written-together';

/** Observations that ask for the histological grade: LOINC 33732-9 and 21858-6 (NAACCR), SNOMED CT 371469007. */
const GRADE = new Set([`${LOINC} 33732-9`, `${LOINC} 21858-6`, `${SNOMED} 371469007`]);
/** For histology and behaviour: LOINC 59847-4 and 31206-6, SNOMED CT 371441004. */
const HISTOLOGY = new Set([`${LOINC} 59847-4`, `${LOINC} 31206-6`, `${SNOMED} 371441004`]);

const first = <T>(values: readonly (T | null)[]): T | null =>
  values.find((value) => value !== null) ?? null;

const asks = (observation: Observation, codes: ReadonlySet<string>): boolean =>
  codings(observation.code).some(({ system, code }) => codes.has(`${system} ${code}`));

/**
 * SNOMED CT's histological grades: G1 to G4; low, intermediate and high (mCODE STU4) as SEER's manual turns a system of
 * three grades into ICD-O-3's.
 */
const SNOMED_GRADES: Readonly<Record<string, string>> = {
  '54102005': '1',
  '1663004': '2',
  '61026006': '3',
  '258245003': '4',
  '1155708003': '2',
  '1286893008': '3',
  '1155707008': '4',
};

const codedGrade = (o: Observation): string | null =>
  first(
    codings(o.valueCodeableConcept).map(({ system, code }) =>
      system === SNOMED && code !== undefined ? own(SNOMED_GRADES, code) : null,
    ),
  );

const wordsOf = (o: Observation): string[] =>
  [
    ...codings(o.valueCodeableConcept).flatMap(({ code, display }) => [display, code]),
    o.valueCodeableConcept?.text,
    o.valueString,
    o.valueInteger === undefined ? undefined : String(o.valueInteger),
  ].filter((word) => word !== undefined);

/** ICD-O-3, Table 25, as grades are written in words; the more particular first. */
const GRADES: readonly (readonly [RegExp, string])[] = [
  [/undifferentiated|anaplastic|未分化|间变/i, '4'],
  [/moderate(ly)? (to well )?differentiated|moderately|中分化/i, '2'],
  [/poorly|低分化/i, '3'],
  [/well differentiated|高分化/i, '1'],
];
const NUMBERED = /^\s*(?:G|grade\s*)?([1-4])\s*(?:级)?\s*$|\bG(?:rade)?\s?([1-4])\b/i;
const ROMAN: Readonly<Record<string, string>> = { I: '1', II: '2', III: '3', IV: '4' };

const gradeOf = (word: string): string | null => {
  const plain = word.normalize('NFKC');
  const [, alone, within] = NUMBERED.exec(plain) ?? [];
  const [, roman] = /^(?:grade\s*)?(I{1,3}|IV)\s*级?$/i.exec(plain.trim()) ?? [];
  return (
    alone ??
    within ??
    (roman === undefined ? undefined : ROMAN[roman.toUpperCase()]) ??
    GRADES.find(([pattern]) => pattern.test(plain))?.[1] ??
    null
  );
};

/** The histology was asked for: a code with its behaviour is one, in whatever system and between whatever words. */
const morphologyIn = (o: Observation): string | null => {
  for (const { system, code } of codings(o.valueCodeableConcept)) {
    const found =
      system === SNOMED
        ? morphologyOfSnomed(code)
        : ((system === ICD_O_3 ? parseMorphology(code)?.code : null) ?? writtenMorphology(code));
    if (found !== null) return found;
  }
  const words = (o.valueString ?? o.valueCodeableConcept?.text ?? '').trim();
  return parseMorphology(words)?.code ?? writtenMorphology(words);
};

/** The one morphology of a text; of several none is meant before another. */
const writtenMorphology = (text: string): string | null => {
  const [only, ...others] = new Set(writtenTogether(text).morphologies);
  return others.length === 0 ? (only ?? null) : null;
};

/** What a final Observation says of a tumour's grade (ICD-O-3, sixth digit) or histology; null where it asks for neither. */
export const findingOf = (observation: Observation): TumourFinding | null => {
  const grade = asks(observation, GRADE)
    ? (codedGrade(observation) ?? first(wordsOf(observation).map(gradeOf)))
    : null;
  const morphology = asks(observation, HISTOLOGY) ? morphologyIn(observation) : null;
  const histology =
    asks(observation, HISTOLOGY) && (morphology === null || !isHistology(morphology.slice(0, 4)))
      ? (sentWords(observation.valueCodeableConcept) ?? observation.valueString?.trim() ?? null)
      : null;
  if (grade === null && morphology === null && histology === null) return null;
  return { grade, morphology, ...(histology === null ? {} : { histology }) };
};
