import type { CodeableConcept, Observation, Quantity } from '@medplum/fhirtypes';
import { broadStage } from '@nodp/oncology';
import { coded, codings, type FhirReader, isAbsent, nothing, type Place } from '@nodp/record/fhir';
import { categoryOfCoded, tnmQuestion } from '@nodp/terminology/snomed';
import { inOther, otherSystemAsked, wordsOf } from './other-systems.ts';
import type { StageRecord } from './record.ts';
import { stageOfConcept, systemOf } from './stage-of-concept.ts';

const amount = (q: Quantity | undefined): string | null =>
  q?.value === undefined
    ? null
    : `${q.comparator ?? ''}${q.value}${q.unit && q.unit !== '1' ? ` ${q.unit}` : ''}`;

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

const NAMES_STAGING =
  /TNM|AJCC|UICC|FIGO|Ann Arbor|Lugano|Cotswolds|\bRai\b|\bBinet|\bR?2?-?ISS\b|international staging|国际分期|Durie|CNLC|China liver cancer|中国肝癌|BCLC|Barcelona|巴塞罗那|\bDukes|(?:cancer|tumou?r) stage|肿瘤分期/i;

const conceptOf = (observation: Observation): CodeableConcept | undefined =>
  observation.valueCodeableConcept ??
  (observation.valueString === undefined ? undefined : { text: observation.valueString });

/** A group by words alone: the code says in words which system is asked (`Binet stage`), and the value is a group of it. */
const asksInWords = (observation: Observation): boolean => {
  if (!NAMES_STAGING.test(wordsOf(observation.code))) return false;
  const read = stageOfConcept(conceptOf(observation), observation.method ?? observation.code);
  return read !== null && broadStage(read.axis, read.value) !== null;
};

/** Whether an Observation asks for a stage, a category or a stage-like grade. */
const asksForStage = (observation: Observation): boolean =>
  tnmAsked(observation) !== null ||
  otherSystemAsked(observation) !== undefined ||
  asksInWords(observation);

/** A stage group or category; null where its value is absent. */
const readStage = (observation: Observation, place: Place): StageRecord | null => {
  const concept = conceptOf(observation);
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
  const stage = stageOfConcept(
    concept,
    observation.method ?? (question === null ? observation.code : undefined),
  );
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
