import type { Observation, Reference } from '@medplum/fhirtypes';
import { SCREENING_EVENT, SCREENING_PROGRAMME, SCREENING_RESULT, SCREENING_TEST } from './codes.ts';

/** A round as a row of a file, or a person on a page, says it; days as far as they are known. */
export interface SaidRound {
  readonly programme: string;
  readonly invited?: string | undefined;
  readonly declined?: string | undefined;
  readonly tested?: string | undefined;
  readonly test?: string | undefined;
  readonly result?: string | undefined;
}

const concept = (system: string, code: string) => ({ coding: [{ system, code }] });

/** What FHIR says of it: a round without a test is registered, one without a result preliminary. */
export const resourceOfRound = (
  id: string,
  subject: Reference,
  { programme, invited, declined, tested, test, result }: SaidRound,
): Observation => {
  const component = Object.entries({ invited, declined }).flatMap(([event, on]) =>
    on === undefined ? [] : [{ code: concept(SCREENING_EVENT, event), valueDateTime: on }],
  );
  return {
    resourceType: 'Observation',
    id,
    status: tested === undefined ? 'registered' : result === undefined ? 'preliminary' : 'final',
    subject: subject as NonNullable<Observation['subject']>,
    code: concept(SCREENING_PROGRAMME, programme),
    ...(tested === undefined ? {} : { effectiveDateTime: tested }),
    ...(test === undefined ? {} : { method: concept(SCREENING_TEST, test) }),
    ...(result === undefined ? {} : { valueCodeableConcept: concept(SCREENING_RESULT, result) }),
    ...(component.length === 0 ? {} : { component }),
  };
};
