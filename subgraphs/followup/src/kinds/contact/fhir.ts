import type { Appointment } from '@medplum/fhirtypes';
import { coded, type FhirReader, nothing, type Place } from '@nodp/record/fhir';
import type { ContactRecord } from './record.ts';

/** Where it is: the first place among who and what takes part, by the words for it. */
const venueOf = ({ participant }: Appointment): string | null => {
  const isPlace = ({ actor }: (typeof participant)[number]) =>
    actor?.reference?.startsWith('Location/') === true || String(actor?.type) === 'Location';
  return participant.find(isPlace)?.actor?.display ?? null;
};

const readAppointment = (appointment: Appointment, place: Place): ContactRecord => ({
  kind: 'contact',
  ...place.of(),
  what:
    coded(appointment.appointmentType) ??
    coded(appointment.serviceType?.[0]) ??
    coded(appointment.reasonCode?.[0]) ??
    (appointment.description
      ? { system: null, code: null, display: appointment.description }
      : nothing),
  status: appointment.status,
  at: place.instant(
    appointment.start ?? appointment.requestedPeriod?.[0]?.start,
    appointment.start ? 'start' : 'requestedPeriod[0].start',
  ),
  note: appointment.comment ?? appointment.patientInstruction ?? null,
  venue: venueOf(appointment),
});

export const fhir: FhirReader = {
  claims: { Appointment: 'rest' },
  read: (resource, place) => ({ records: [readAppointment(resource as Appointment, place)] }),
};
