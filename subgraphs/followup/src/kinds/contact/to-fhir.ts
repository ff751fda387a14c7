import { conceptIn, type FhirWriter, fhirWriter, instantOf, said } from '@nodp/record/fhir';
import { participantsOf } from './participants.ts';
import { contact } from './table.ts';

/** An Appointment names the patient among its participants, not as its subject. */
export const toFhir: FhirWriter = fhirWriter(contact, {
  types: ['Appointment'],
  search: {
    code: [{ system: contact.system, code: contact.code }],
    date: { at: contact.at },
    status: contact.status,
  },
  write: (row, { common, subject }) =>
    said({
      resourceType: 'Appointment',
      ...common,
      status: row.status,
      appointmentType: conceptIn(row),
      start: instantOf(row.at),
      end: instantOf(row.at),
      comment: row.note,
      participant: participantsOf(subject, row.venue),
    }),
});
