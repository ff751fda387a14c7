import type { AppointmentParticipant, Patient, Reference } from '@medplum/fhirtypes';

/** Who comes to an appointment, and where: a place is among those who take part, by the words for it. */
export const participantsOf = (
  patient: Reference<Patient>,
  venue: string | null,
): AppointmentParticipant[] => [
  { actor: patient, status: 'accepted' },
  ...(venue === null
    ? []
    : [{ actor: { type: 'Location' as const, display: venue }, status: 'accepted' as const }]),
];
