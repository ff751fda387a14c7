import type { Observation } from '@medplum/fhirtypes';
import type { ClinicalRecord, DiseaseStatusRecord } from '@nodp/record';
import { coded, codings, LOINC, nothing, type Place, SNOMED } from '@nodp/record/fhir';
import { analyteOfLoinc } from '@nodp/terminology/loinc';
import { diseaseStatusOfSnomed } from '@nodp/terminology/snomed';
import { asksForBiomarker, readBiomarker } from './biomarker.ts';
import { asksForPerformance, readPerformance } from './performance.ts';
import type { Read } from './resources.ts';
import { readResults } from './result.ts';
import { asksForStage, readStage } from './stage.ts';

const has = (observation: Observation, system: string, ...codes: readonly string[]): boolean =>
  codings(observation.code).some((c) => c.system === system && codes.includes(c.code ?? ''));

const TRENDS = {
  'complete-remission': 'REMISSION',
  'partial-remission': 'IMPROVED',
  improved: 'IMPROVED',
  stable: 'STABLE',
  worsened: 'PROGRESSED',
  'distant-metastasis': 'PROGRESSED',
  undetermined: 'NOT_EVALUABLE',
} as const;

const assessedOf = (o: Observation, place: Place) =>
  place.date(o.effectiveDateTime, 'effectiveDateTime') ??
  place.date(o.effectivePeriod?.start, 'effectivePeriod.start');

const readDiseaseStatus = (observation: Observation, place: Place): DiseaseStatusRecord | null => {
  const value = observation.valueCodeableConcept;
  const code = codings(value).find((c) => c.system === SNOMED)?.code;
  const status = code === undefined ? null : diseaseStatusOfSnomed(code);
  const recurred = code === '246455001' || /recurren/i.test(coded(value)?.display ?? '');
  if (status === null && !recurred) return null;
  return {
    kind: 'disease-status',
    ...place.of(),
    trend: status === null ? 'RECURRED' : TRENDS[status],
    sent: coded(value) ?? nothing,
    assessed: assessedOf(observation, place),
  };
};

const CAUSE_OF_DEATH = '69453-9';
const DATE_OF_DEATH = '81956-5';

const readDeath = (observation: Observation, place: Place): ClinicalRecord | null => {
  const cause = coded(
    observation.valueCodeableConcept ??
      (observation.valueString ? { text: observation.valueString } : undefined),
  );
  const died = has(observation, LOINC, DATE_OF_DEATH)
    ? place.date(observation.valueDateTime, 'valueDateTime')
    : null;
  return cause === null && died === null ? null : { kind: 'death', ...place.of(), died, cause };
};

const one = (record: ClinicalRecord | null, otherwise: string): Read =>
  record === null ? { retained: otherwise } : { records: [record] };

/** Reads an Observation as what its code asks for. */
export const readObservation = (observation: Observation, place: Place): Read => {
  if (observation.status === 'cancelled') return { retained: 'The observation was cancelled.' };
  if (asksForStage(observation)) return one(readStage(observation, place), 'The stage is absent.');
  if (asksForPerformance(observation)) {
    return one(readPerformance(observation, place), 'The performance status is absent.');
  }
  if (has(observation, LOINC, '97509-4')) {
    return one(
      readDiseaseStatus(observation, place),
      'The status of the disease is none the platform knows.',
    );
  }
  if (has(observation, LOINC, CAUSE_OF_DEATH, DATE_OF_DEATH)) {
    return one(readDeath(observation, place), 'Neither cause nor date of death is given.');
  }
  const analyte = codings(observation.code).some(
    (c) => c.system === LOINC && c.code && analyteOfLoinc(c.code),
  );
  if (!analyte && asksForBiomarker(observation)) {
    return one(readBiomarker(observation, place), 'The result is absent.');
  }
  return readResults(observation, place);
};
