import type { Resource } from '@medplum/fhirtypes';
import type { Issue } from '@nodp/record';
import { type Made, withoutEmpty } from '../../made/made.ts';
import { locationOf, type Segment } from '../message.ts';
import type { PersonNumber } from '../types.ts';

/** What the segments of one message are read with. */
export interface Context {
  /** The offset of its times that name none. */
  readonly offset: string;
  /** When the message was made (MSH-7), ISO 8601 with its offset; undefined where it does not say. */
  readonly sentAt: string | undefined;
  /** `ADT`, and `A08`. */
  readonly type: string;
  readonly event: string;
  /** The key of the patient whom the segments after PID are about. */
  readonly patient: PersonNumber | null;
}

/** A reference to the patient of the message, by the number that keys the record. */
export const subjectIn = ({ patient }: Context) =>
  patient === null
    ? undefined
    : {
        type: 'Patient',
        identifier: { ...(patient.system ? { system: patient.system } : {}), value: patient.value },
      };

export const errorAt = (where: string, code: Issue['code'], message: string): Issue => ({
  severity: 'error',
  code,
  where,
  message,
});

interface Parts {
  /** FHIR's paths and the fields they come from, of the segment itself. */
  readonly fields?: Readonly<Record<string, number>>;
  /** Paths that come from other segments. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  readonly issues?: readonly Issue[];
  readonly onlyWhenNew?: Made['onlyWhenNew'];
  readonly person?: Made['person'];
  /** Other segments that the resource is made of. */
  readonly with?: readonly Segment[];
}

/** A resource made of a segment, with where each part of it was said. */
export const madeOf = (
  context: Context,
  segment: Segment,
  resource: Resource,
  { fields = {}, elsewhere = {}, issues = [], onlyWhenNew, person, with: others = [] }: Parts = {},
): Made => {
  const places = Object.entries(fields).map(([path, field]) => [path, locationOf(segment, field)]);
  // What only registers a patient says nothing of how new the patient's own record is.
  const version =
    context.sentAt === undefined || onlyWhenNew !== undefined
      ? {}
      : { meta: { lastUpdated: context.sentAt } };
  return {
    resource: withoutEmpty({ ...resource, ...version }) as Resource,
    where: locationOf(segment),
    places: () => ({ subject: 'PID-3', ...Object.fromEntries(places), ...elsewhere }),
    sent: { hl7v2: [segment, ...others].map(({ raw }) => raw) },
    issues,
    ...(person === undefined ? {} : { person }),
    ...(onlyWhenNew === undefined ? {} : { onlyWhenNew }),
  };
};
