import type { Observation } from '@medplum/fhirtypes';
import { coded, codings, type FhirReader, LOINC, type Place } from '@nodp/record/fhir';
import type { DeathRecord } from './record.ts';

const has = (observation: Observation, ...codes: readonly string[]): boolean =>
  codings(observation.code).some((c) => c.system === LOINC && codes.includes(c.code));

const CAUSE_OF_DEATH = '69453-9';
const DATE_OF_DEATH = '81956-5';

const readDeath = (observation: Observation, place: Place): DeathRecord | null => {
  const cause = coded(
    observation.valueCodeableConcept ??
      (observation.valueString ? { text: observation.valueString } : undefined),
  );
  const died = has(observation, DATE_OF_DEATH)
    ? place.date(observation.valueDateTime, 'valueDateTime')
    : null;
  return cause === null && died === null ? null : { kind: 'death', ...place.of(), died, cause };
};

export const fhir: FhirReader = {
  claims: { Observation: (o) => has(o, CAUSE_OF_DEATH, DATE_OF_DEATH) },
  read: (resource, place) => {
    const record = readDeath(resource as Observation, place);
    return record === null
      ? { retained: 'Neither cause nor date of death is given.' }
      : { records: [record] };
  },
};
