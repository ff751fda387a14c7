import type { Appointment } from '@medplum/fhirtypes';
import { idOf } from '@nodp/record/fhir';
import type { Made } from '../../made/made.ts';
import { dateOf } from '../dates.ts';
import { locationOf, partAt, type Segment, valueAt, valuesOf } from '../message.ts';
import { conceptOf, entityOf } from '../types.ts';
import { type Context, errorAt, madeOf, subjectIn } from './made-of.ts';

/** What an event makes of an appointment (HL7 v2.5.1, chapter 10). */
const EVENTS: Readonly<Record<string, Appointment['status']>> = {
  S15: 'cancelled',
  S16: 'cancelled',
  S17: 'entered-in-error',
  S26: 'noshow',
};

/** How the appointment stands (SCH-25, HL7 table 0278), where the event does not say it. */
const STATUS: Readonly<Record<string, Appointment['status']>> = {
  PENDING: 'pending',
  WAITLIST: 'waitlist',
  BOOKED: 'booked',
  OVERBOOK: 'booked',
  STARTED: 'arrived',
  COMPLETE: 'fulfilled',
  CANCELLED: 'cancelled',
  DC: 'cancelled',
  BLOCKED: 'cancelled',
  DELETED: 'entered-in-error',
  NOSHOW: 'noshow',
};

/** Words of HL7 table 0276 that say how firmly it is booked, and not for what. */
const SAYS_NOTHING = /^(NORMAL|TENTATIVE|COMPLETE)$/i;

/** Where the beginning stands: the order's timing, the older one in SCH, then of the service and of who or what is needed. */
const BEGINNINGS = [
  ['TQ1', 7, 1],
  ['SCH', 11, 4],
  ['AIS', 4, 1],
  ['AIL', 6, 1],
  ['AIP', 6, 1],
  ['AIG', 8, 1],
] as const;

const beginning = (segments: readonly Segment[]) => {
  for (const [name, field, component] of BEGINNINGS)
    for (const segment of segments) {
      const at = segment.name === name ? partAt(segment, field, component) : undefined;
      if (at !== undefined) return { at, where: locationOf(segment, field) };
    }
  return null;
};

/** Notes that stand directly after the appointment's own segment or its timing: what follows is about the resources. */
const notesAfter = (segments: readonly Segment[]): string | undefined => {
  const from = segments.findIndex(({ name }) => name === 'SCH') + 1;
  const until = segments.findIndex(
    ({ name }, i) => i >= from && name !== 'NTE' && name !== 'TQ1' && name !== 'TQ2',
  );
  const notes = segments
    .slice(from, until === -1 ? undefined : until)
    .filter(({ name }) => name === 'NTE')
    .flatMap((nte) => valuesOf(nte, 3).map(({ text }) => text));
  return notes.filter(Boolean).join('\n') || undefined;
};

/** Where it is (AIL-3): the words for the place, else its point of care and room. */
const venueOf = (segments: readonly Segment[]): string | undefined => {
  const ail = segments.find(({ name }) => name === 'AIL');
  if (ail === undefined) return undefined;
  const named = [partAt(ail, 3, 1), partAt(ail, 3, 2)].filter(Boolean).join(' ');
  return partAt(ail, 3, 9) || named || undefined;
};

/** An appointment (SCH), with the services and places that it is for. @param before segments before PID, where SCH stands */
export const appointmentOf = (
  context: Context,
  before: readonly Segment[],
  after: readonly Segment[],
): Made | null => {
  const segments = [...before, ...after];
  const sch = segments.find(({ name }) => name === 'SCH');
  if (sch === undefined || context.patient === null) return null;
  const number = entityOf(valueAt(sch, 2)) ?? entityOf(valueAt(sch, 1));
  const service = segments.find(({ name }) => name === 'AIS');
  const kind = conceptOf(valueAt(sch, 8));
  const start = beginning(segments);
  const venue = venueOf(segments);
  const status = partAt(sch, 25)?.toUpperCase().replace(/\W/g, '') ?? '';
  const appointment: Appointment = {
    resourceType: 'Appointment',
    id: idOf('SCH', context.patient.value, number ?? ''),
    status: EVENTS[context.event] ?? STATUS[status] ?? 'booked',
    appointmentType: SAYS_NOTHING.test(kind?.coding?.[0]?.code ?? '') ? undefined : kind,
    serviceType: service === undefined ? [] : [conceptOf(valueAt(service, 3))],
    reasonCode: [conceptOf(valueAt(sch, 7))],
    start: dateOf(start?.at, context.offset),
    comment: notesAfter(segments),
    participant: [
      { actor: subjectIn(context), status: 'accepted' },
      ...(venue === undefined
        ? []
        : [{ actor: { type: 'Location', display: venue }, status: 'accepted' }]),
    ],
  } as Appointment;
  return madeOf(context, sch, appointment, {
    fields: { appointmentType: 8, reasonCode: 7, status: 25 },
    elsewhere: {
      'participant[0].actor': 'PID-3',
      ...(start === null ? {} : { start: start.where }),
      ...(service === undefined ? {} : { serviceType: locationOf(service, 3) }),
    },
    issues:
      number === undefined
        ? [
            errorAt(
              locationOf(sch, 2),
              'required',
              'SCH-1 and SCH-2 give the appointment no number. Send one, so that it can be moved and cancelled.',
            ),
          ]
        : [],
    with: service === undefined ? [] : [service],
  });
};
