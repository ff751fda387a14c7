import type { Observation } from '@medplum/fhirtypes';
import { codings, ICD_O_3, LOINC, SNOMED } from '@nodp/record/fhir';
import { parseMorphology } from '@nodp/terminology';
import { morphologyOfSnomed } from '@nodp/terminology/snomed';

/** Observations that ask for the histological grade: LOINC 33732-9 and 21858-6 (NAACCR), SNOMED CT 371469007. */
const GRADE = new Set([`${LOINC} 33732-9`, `${LOINC} 21858-6`, `${SNOMED} 371469007`]);
/** For histology and behaviour: LOINC 59847-4 and 31206-6, SNOMED CT 371441004. */
const HISTOLOGY = new Set([`${LOINC} 59847-4`, `${LOINC} 31206-6`, `${SNOMED} 371441004`]);

const asks = (observation: Observation, codes: ReadonlySet<string>): boolean =>
  codings(observation.code).some(({ system, code }) => codes.has(`${system} ${code}`));

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

const morphologyIn = (o: Observation): string | null => {
  for (const { system, code } of codings(o.valueCodeableConcept)) {
    const found =
      system === ICD_O_3
        ? (parseMorphology(code)?.code ?? null)
        : system === SNOMED
          ? morphologyOfSnomed(code)
          : null;
    if (found !== null) return found;
  }
  return parseMorphology((o.valueString ?? '').trim())?.code ?? null;
};

const first = <T>(values: readonly (T | null)[]): T | null =>
  values.find((value) => value !== null) ?? null;

/** Grade (ICD-O-3, sixth digit) and histology that Observations say of a tumour; null where none does. */
export const findingsOf = (
  observations: readonly Observation[],
): { readonly grade: string | null; readonly morphology: string | null } => ({
  grade: first(
    observations.filter((o) => asks(o, GRADE)).map((o) => first(wordsOf(o).map(gradeOf))),
  ),
  morphology: first(observations.filter((o) => asks(o, HISTOLOGY)).map(morphologyIn)),
});
