import type { Specimen } from '@medplum/fhirtypes';
import { coded, type FhirReader, nothing, type Place } from '@nodp/record/fhir';
import type { SpecimenRecord } from './record.ts';

const readSpecimen = (specimen: Specimen, place: Place): SpecimenRecord => {
  const { collection } = specimen;
  const period = collection?.collectedPeriod?.start;
  const collected = collection?.collectedDateTime ?? period;
  return {
    kind: 'specimen',
    ...place.of(),
    accession: specimen.accessionIdentifier?.value ?? specimen.identifier?.[0]?.value ?? null,
    type: coded(specimen.type) ?? nothing,
    bodySite: coded(collection?.bodySite),
    collected:
      place.date(
        collected,
        period ? 'collection.collectedPeriod.start' : 'collection.collectedDateTime',
      ) ?? place.date(specimen.receivedTime, 'receivedTime'),
    status: specimen.status ?? null,
    parent: place.key(specimen.parent?.[0], 'Specimen'),
  };
};

export const fhir: FhirReader = {
  claims: { Specimen: 'rest' },
  read: (resource, place) => ({ records: [readSpecimen(resource as Specimen, place)] }),
};
