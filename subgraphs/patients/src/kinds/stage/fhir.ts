import type { CodeableConcept, Observation, Quantity } from '@medplum/fhirtypes';
import { coded, codings, type FhirReader, isAbsent, nothing, type Place } from '@nodp/record/fhir';
import { parseAnnArbor } from '@nodp/terminology';
import { own } from '@nodp/terminology/own';
import {
  categoryOfCoded,
  STAGING_SYSTEMS,
  stageOfCoded,
  tnmQuestion,
} from '@nodp/terminology/snomed';
import { byMethod, inOther, otherSystemAsked, wordsOf } from './other-systems.ts';
import type { StageRecord } from './record.ts';

const systemOf = (method: CodeableConcept | undefined): string | null => {
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

/** How it was assessed, by the words of the method and the value: after treatment and recurrence before all else. */
const classOfWords = (words: string): string | null => {
  if (
    /\by[cp]?(?:TNM|[ⅠⅡⅢⅣIV0]+)|post.?(?:neoadjuvant|therapy|treatment)|新辅助.{0,4}后|治疗后/i.test(
      words,
    )
  )
    return 'y';
  if (/recurren|复发|\brTNM/i.test(words)) return 'r';
  if (/autops|尸检/i.test(words)) return 'a';
  if (/pathologic|病理/i.test(words)) return 'p';
  return /clinical stag|临床分期/i.test(words) ? 'c' : null;
};

/** A lymphoma's stage with its letters, IIEB, which no stage group has; null where the system is another. */
const annArborOf = (concept: CodeableConcept | undefined, axis: string) => {
  if (axis !== 'Ann Arbor') return null;
  const said = [...codings(concept).flatMap((c) => [c.display, c.code]), concept?.text];
  for (const words of said) {
    const stage = parseAnnArbor(
      (words ?? '').replace(/clinical|pathologic(?:al)?|临床|病理/gi, ' '),
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
  const classification = classOfWords(`${wordsOf(method)} ${wordsOf(concept)}`);
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
    const stage = stageOfCoded({ code, display: display ?? null });
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
    other === null && sent.code === null ? stageOfCoded({ code: '', display: sent.display }) : null;
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

const amount = (q: Quantity | undefined): string | null =>
  q?.value === undefined ? null : `${q.comparator ?? ''}${q.value}${q.unit ? ` ${q.unit}` : ''}`;

const classOf = (c: {
  recurrent: boolean;
  afterTreatment: boolean;
  classification: string | null;
}): string | null => (c.recurrent ? 'r' : c.afterTreatment ? 'y' : c.classification);

const categoryOf = (concept: CodeableConcept | undefined) => {
  for (const { code, display } of codings(concept)) {
    const found = categoryOfCoded({ code, display: display ?? null });
    if (found !== null) return found;
  }
  return concept?.text ? categoryOfCoded({ code: concept.text }) : null;
};

const tnmAsked = (observation: Observation) => {
  for (const { code } of codings(observation.code)) {
    const question = tnmQuestion(code);
    if (question !== null) return question;
  }
  return null;
};

/** Whether an Observation asks for a stage, a category or a stage-like grade. */
const asksForStage = (observation: Observation): boolean =>
  tnmAsked(observation) !== null || otherSystemAsked(observation) !== undefined;

/** A stage group or category; null where its value is absent. */
const readStage = (observation: Observation, place: Place): StageRecord | null => {
  const concept =
    observation.valueCodeableConcept ??
    (observation.valueString === undefined ? undefined : { text: observation.valueString });
  const common = {
    kind: 'stage' as const,
    ...place.of(),
    tumour:
      place.key(observation.focus?.[0], 'Condition') ?? place.references.tumourOf(place.source.id),
    assessed:
      place.date(observation.effectiveDateTime, 'effectiveDateTime') ??
      place.date(observation.effectivePeriod?.start, 'effectivePeriod.start'),
  };
  const measured =
    amount(observation.valueQuantity) ??
    (observation.valueInteger === undefined ? null : String(observation.valueInteger));
  if (measured === null && (concept === undefined || isAbsent(concept))) return null;
  const sent = coded(concept) ?? nothing;
  const question = tnmAsked(observation);
  if (question !== null && question.asks !== 'stage') {
    const category = categoryOf(concept);
    const agrees = category?.axis === question.asks;
    return {
      ...common,
      axis: question.asks,
      classification: (agrees ? classOf(category) : null) ?? question.classification,
      value: agrees ? category.category : (sent.display ?? sent.code ?? measured ?? ''),
      system: systemOf(observation.method),
      sent,
    };
  }
  const asked = otherSystemAsked(observation);
  if (question === null && asked !== undefined) {
    const value = measured ?? inOther(concept, asked)?.value ?? sent.display ?? sent.code ?? '';
    const system = systemOf(observation.method) ?? asked.name;
    return {
      ...common,
      axis: asked.name,
      classification: null,
      value,
      system,
      sent,
    };
  }
  const stage = stageOfConcept(concept, observation.method);
  if (stage === null) return null;
  // An Observation that asks for the pathological stage may still say that it is one after treatment.
  const later = ['y', 'r', 'a'].includes(stage.classification ?? '');
  const classification = later
    ? stage.classification
    : (question?.classification ?? stage.classification);
  return { ...common, ...stage, classification };
};

export const fhir: FhirReader = {
  claims: { Observation: asksForStage },
  read: (resource, place) => {
    const record = readStage(resource as Observation, place);
    return record === null ? { retained: 'The stage is absent.' } : { records: [record] };
  },
};
