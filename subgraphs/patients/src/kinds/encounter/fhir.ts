import type { Encounter } from '@medplum/fhirtypes';
import { coded, type FhirReader, nothing, type Place } from '@nodp/record/fhir';
import type { EncounterRecord } from './record.ts';

const readEncounter = (encounter: Encounter, place: Place): EncounterRecord => ({
  kind: 'encounter',
  ...place.of(),
  class: encounter.class?.code ?? null,
  what: coded(encounter.type?.[0]) ?? coded(encounter.reasonCode?.[0]) ?? nothing,
  started: place.instant(encounter.period?.start, 'period.start'),
  ended: place.instant(encounter.period?.end, 'period.end'),
});

export const fhir: FhirReader = {
  claims: { Encounter: 'rest' },
  read: (resource, place) => ({ records: [readEncounter(resource as Encounter, place)] }),
};
