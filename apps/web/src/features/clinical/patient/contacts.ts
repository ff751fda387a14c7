/** The last contact made with a patient and the next one to make. */

import { formatDay } from '../../../format/date.ts';

type Contact = { at: string | null; status: string };

/** Statuses (FHIR AppointmentStatus) of contacts still to come; once past, they are overdue. */
const open = new Set(['proposed', 'pending', 'booked', 'waitlist']);
/** Statuses of contacts that took place. */
const made = new Set(['fulfilled', 'arrived', 'checked-in', 'completed', 'finished']);

/** Days, by the institutions' clock, of the contacts that took place. */
export const daysMade = (contacts: readonly Contact[]): string[] =>
  contacts.flatMap(({ at, status }) => (at !== null && made.has(status) ? [formatDay(at)] : []));

/** Of contacts in any order: the latest that took place, the earliest still to be made. */
export function lastAndNext<C extends Contact>(
  contacts: readonly C[],
): { last: C | undefined; next: C | undefined } {
  const dated = contacts
    .filter((c) => c.at !== null)
    .toSorted((a, b) => Date.parse(a.at ?? '') - Date.parse(b.at ?? ''));
  return {
    last: dated.findLast((c) => made.has(c.status)),
    next: dated.find((c) => open.has(c.status)),
  };
}
