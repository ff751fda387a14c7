import type { Observation } from '@medplum/fhirtypes';
import { coded, codings, type FhirReader, type Place } from '@nodp/record/fhir';
import { SCREENING_EVENT, SCREENING_PROGRAMME } from './codes.ts';
import type { ScreeningRecord } from './record.ts';

const programmeOf = (observation: Observation): string | null =>
  codings(observation.code).find(({ system }) => system === SCREENING_PROGRAMME)?.code ?? null;

const said = (concept: Observation['method']): string | null => {
  const value = coded(concept);
  return value?.code ?? value?.display ?? null;
};

const eventOf = (observation: Observation, event: string, place: Place) => {
  const at = (observation.component ?? []).findIndex(({ code }) =>
    codings(code).some((c) => c.system === SCREENING_EVENT && c.code === event),
  );
  return at < 0
    ? null
    : place.date(observation.component?.[at]?.valueDateTime, `component[${at}].valueDateTime`);
};

const readRound = (observation: Observation, place: Place): ScreeningRecord | null => {
  const programme = programmeOf(observation);
  if (programme === null) return null;
  return {
    kind: 'screening',
    ...place.of(),
    programme,
    invited: eventOf(observation, 'invited', place),
    declined: eventOf(observation, 'declined', place),
    tested:
      place.date(observation.effectiveDateTime, 'effectiveDateTime') ??
      place.date(observation.effectivePeriod?.start, 'effectivePeriod.start'),
    test: said(observation.method),
    result: said(observation.valueCodeableConcept) ?? observation.valueString ?? null,
  };
};

export const fhir: FhirReader = {
  claims: { Observation: (o) => programmeOf(o as Observation) !== null },
  read: (resource, place) => {
    const record = readRound(resource as Observation, place);
    if (record === null || (record.result !== null && record.tested === null))
      return { retained: 'A result of screening needs the day of its test.' };
    return record.invited === null && record.declined === null && record.tested === null
      ? { retained: 'Neither an invitation nor a test is given.' }
      : { records: [record] };
  },
};
