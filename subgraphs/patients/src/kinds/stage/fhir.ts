import type { CodeableConcept, Observation, Quantity } from '@medplum/fhirtypes';
import { coded, codings, type FhirReader, isAbsent, nothing, type Place } from '@nodp/record/fhir';
import {
  categoryOfCoded,
  STAGING_SYSTEMS,
  stageOfCoded,
  tnmQuestion,
} from '@nodp/terminology/snomed';
import type { BroadStage, StageRecord } from './record.ts';

const BROAD: Readonly<Record<string, BroadStage>> = {
  '0': 'STAGE_0',
  I: 'STAGE_I',
  II: 'STAGE_II',
  III: 'STAGE_III',
  IV: 'STAGE_IV',
};

/** A staging or grading system outside TNM, and how its value reads in the display of a code. */
interface OtherSystem {
  readonly name: string;
  /** Observation codes that ask for it (SNOMED CT, LOINC, NCI Thesaurus). */
  readonly codes: readonly string[];
  /** Finds the value in a display. */
  readonly value: RegExp;
}

const OTHER_SYSTEMS: readonly OtherSystem[] = [
  { name: 'R-ISS', codes: ['C141392'], value: /RISS stage\s+(I{1,3})\b/i },
  { name: 'ISS', codes: [], value: /\bISS stage\s+(I{1,3})\b/i },
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
  { name: 'Binet', codes: [], value: /binet stage\s+([ABC])\b/i },
  { name: 'Rai', codes: [], value: /rai stage\s+(0|I{1,3}|IV)\b/i },
  { name: 'BCLC', codes: [], value: /BCLC stage\s+(0|A|B|C|D)\b/i },
  { name: 'Dukes', codes: [], value: /dukes'? stage\s+([A-D][12]?)\b/i },
];

const systemOf = (method: CodeableConcept | undefined): string | null => {
  for (const { code } of codings(method)) {
    const known = code === undefined ? undefined : STAGING_SYSTEMS[code];
    if (known !== undefined)
      return known.edition === null ? known.system : `${known.system} ${known.edition}`;
  }
  return coded(method)?.display ?? null;
};

const wordsOf = (concept: CodeableConcept | undefined): string =>
  [...codings(concept).map((c) => c.display ?? ''), concept?.text ?? ''].join(' ');

export type ReadStage = Pick<StageRecord, 'axis' | 'value' | 'broadStage' | 'system' | 'sent'>;

const axisOf = (system: string | null, words: string): string =>
  /FIGO/i.test(`${system} ${words}`)
    ? 'FIGO'
    : /ann arbor|cotswolds|lugano|lymphoma/i.test(`${system} ${words}`)
      ? 'Ann Arbor'
      : 'group';

const inOther = (
  concept: CodeableConcept | undefined,
  asked?: OtherSystem,
): { name: string; value: string } | null => {
  const words = wordsOf(concept);
  for (const other of asked ? [asked] : OTHER_SYSTEMS) {
    const [, value] = other.value.exec(words) ?? [];
    if (value !== undefined) return { name: other.name, value };
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
  for (const { code, display } of codings(concept)) {
    const stage = code === undefined ? null : stageOfCoded({ code, display: display ?? null });
    if (stage === null) continue;
    const broadStage = BROAD[stage.broad] ?? null;
    return { axis: axisOf(system, wordsOf(concept)), value: stage.code, broadStage, system, sent };
  }
  const other = inOther(concept);
  // What comes without a code says the group in words: ⅢA期, 临床分期 IVB期.
  const words =
    other === null && sent.code === null ? stageOfCoded({ code: '', display: sent.display }) : null;
  if (words !== null) {
    const broadStage = BROAD[words.broad] ?? null;
    return { axis: axisOf(system, wordsOf(concept)), value: words.code, broadStage, system, sent };
  }
  const value = other?.value ?? sent.display ?? sent.code ?? '';
  return {
    axis: other?.name ?? 'group',
    value,
    broadStage: null,
    system: system ?? other?.name ?? null,
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
    const found = code === undefined ? null : categoryOfCoded({ code, display: display ?? null });
    if (found !== null) return found;
  }
  return concept?.text ? categoryOfCoded({ code: concept.text }) : null;
};

const otherSystemAsked = (observation: Observation): OtherSystem | undefined => {
  const codes = codings(observation.code).map((c) => c.code);
  return OTHER_SYSTEMS.find((s) => s.codes.some((c) => codes.includes(c)));
};

const tnmAsked = (observation: Observation) => {
  for (const { code } of codings(observation.code)) {
    const question = code === undefined ? null : tnmQuestion(code);
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
      broadStage: null,
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
      broadStage: null,
      system,
      sent,
    };
  }
  const stage = stageOfConcept(concept, observation.method);
  if (stage === null) return null;
  return { ...common, classification: question?.classification ?? null, ...stage };
};

export const fhir: FhirReader = {
  claims: { Observation: asksForStage },
  read: (resource, place) => {
    const record = readStage(resource as Observation, place);
    return record === null ? { retained: 'The stage is absent.' } : { records: [record] };
  },
};
