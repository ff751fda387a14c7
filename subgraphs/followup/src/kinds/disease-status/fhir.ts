import type { Observation } from '@medplum/fhirtypes';
import { coded, codings, type FhirReader, LOINC, type Place, SNOMED } from '@nodp/record/fhir';
import { diseaseStatusOfSnomed } from '@nodp/terminology/snomed';
import type { DiseaseStatusRecord } from './record.ts';

/** Cancer disease status (mCODE STU2 to STU4), and response to cancer treatment, as mCODE STU1 asked for it. */
const CANCER_DISEASE_STATUS = new Set(['97509-4', '88040-1']);

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
  const sent = coded(value);
  if (sent === null) return null;
  const recurred = code === '246455001' || /recurren/i.test(sent.display ?? '');
  if (status === null && !recurred) return null;
  return {
    kind: 'disease-status',
    ...place.of(),
    trend: status === null ? 'RECURRED' : TRENDS[status],
    sent,
    assessed: assessedOf(observation, place),
  };
};

export const fhir: FhirReader = {
  claims: {
    Observation: (o) =>
      codings(o.code).some((c) => c.system === LOINC && CANCER_DISEASE_STATUS.has(c.code)),
  },
  read: (resource, place) => {
    const record = readDiseaseStatus(resource as Observation, place);
    return record === null
      ? { retained: 'The status of the disease is none the platform knows.' }
      : { records: [record] };
  },
};
