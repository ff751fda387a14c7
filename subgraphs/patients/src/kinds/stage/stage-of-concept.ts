import type { CodeableConcept } from '@medplum/fhirtypes';
import { coded, codings } from '@nodp/record/fhir';
import { bareStage, classificationOfStage, parseAnnArbor } from '@nodp/terminology';
import { own } from '@nodp/terminology/own';
import { STAGING_SYSTEMS, stageOfCoded } from '@nodp/terminology/snomed';
import { byMethod, inOther, stageWordsOf, wordsOf } from './other-systems.ts';
import type { StageRecord } from './record.ts';

export const systemOf = (method: CodeableConcept | undefined): string | null => {
  for (const { code } of codings(method)) {
    const known = own(STAGING_SYSTEMS, code);
    if (known !== null)
      return known.edition === null ? known.system : `${known.system} ${known.edition}`;
  }
  return coded(method)?.display ?? null;
};

export type ReadStage = Pick<StageRecord, 'axis' | 'value' | 'system' | 'sent' | 'classification'>;

const axisOf = (system: string | null, words: string): string =>
  /FIGO/i.test(`${system} ${words}`)
    ? 'FIGO'
    : /ann arbor|cotswolds|lugano|lymphoma/i.test(`${system} ${words}`)
      ? 'Ann Arbor'
      : 'group';

/** Whether words say that it was assessed after treatment, of a recurrence or at autopsy. */
const classOfWords = (words: string): string | null => {
  if (
    /\by[cp]?(?:TNM|[ⅠⅡⅢⅣIV0]+)|post.?(?:neoadjuvant|therapy|treatment)|新辅助.{0,4}后|治疗后/i.test(
      words,
    )
  )
    return 'y';
  if (/recurren|复发|\brTNM/i.test(words)) return 'r';
  if (/autops|尸检/i.test(words)) return 'a';
  return null;
};

/** `p` or `c` in words, which say less than letters before the value. */
const sideOfWords = (words: string): string | null =>
  /pathologic|病理/i.test(words)
    ? 'p'
    : /clinical stag|临床分期|临床期别/i.test(words)
      ? 'c'
      : null;

/** Later than the diagnosis if either words or letters say so; otherwise by the letters before the words. */
const classOfStage = (method: string, value: string): string | null => {
  const letters = classificationOfStage(value);
  const later = letters !== null && 'yra'.includes(letters) ? letters : null;
  const words = `${method} ${value}`;
  return classOfWords(words) ?? later ?? letters ?? sideOfWords(words);
};

/** A lymphoma's stage with its letters, IIEB, which no stage group has; null where the system is another. */
const annArborOf = (concept: CodeableConcept | undefined, axis: string) => {
  if (axis !== 'Ann Arbor') return null;
  const said = [...codings(concept).flatMap((c) => [c.display, c.code]), concept?.text];
  for (const words of said) {
    const stage = parseAnnArbor(
      bareStage(words ?? '').replace(/clinical|pathologic(?:al)?|临床|病理/gi, ' '),
    );
    if (stage !== null) return stage;
  }
  return null;
};

/** A stage group, or a stage of another system; the sender's words where it is neither. Null where nothing is said. */
export const stageOfConcept = (
  concept: CodeableConcept | undefined,
  method: CodeableConcept | undefined,
): ReadStage | null => {
  const sent = coded(concept);
  if (sent === null) return null;
  const system = systemOf(method);
  const classification = classOfStage(wordsOf(method), stageWordsOf(concept));
  const apart = byMethod(concept, system);
  if (apart !== null)
    return {
      axis: apart.name,
      value: apart.value,
      system: system ?? apart.name,
      classification,
      sent,
    };
  const annArbor = annArborOf(concept, axisOf(system, wordsOf(concept)));
  if (annArbor !== null) {
    return { axis: 'Ann Arbor', value: annArbor.code, system, classification, sent };
  }
  for (const { code, display } of codings(concept)) {
    const stage = stageOfCoded({ code: bareStage(code), display: bareStage(display ?? '') });
    if (stage === null) continue;
    return {
      axis: axisOf(system, wordsOf(concept)),
      value: stage.code,
      system,
      classification,
      sent,
    };
  }
  const other = inOther(concept);
  // What comes without a code says the group in words: ⅢA期, 临床分期 IVB期.
  const words =
    other === null && sent.code === null
      ? stageOfCoded({ code: '', display: bareStage(sent.display ?? '') })
      : null;
  if (words !== null) {
    return {
      axis: axisOf(system, wordsOf(concept)),
      value: words.code,
      system,
      classification,
      sent,
    };
  }
  const value = other?.value ?? sent.display ?? sent.code ?? '';
  return {
    axis: other?.name ?? 'group',
    value,
    system: system ?? other?.name ?? null,
    classification,
    sent,
  };
};
