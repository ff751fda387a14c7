import { nationalDay } from '@nodp/graph';

/** FHIR Appointment.status of what is still to happen. */
export const OPEN_STATUSES: readonly string[] = ['proposed', 'pending', 'booked', 'waitlist'];

const day = 86_400_000;
const start = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/**
 * Days since a contact was due, on the nation's calendar: 0 on the day itself, below zero before it, above zero
 * when it is overdue; null for what took place, was called off, or has no date. The one rule of every page.
 */
export const daysLate = (
  contact: { readonly status: string; readonly at: string | null },
  now: Date,
): number | null =>
  contact.at === null || !OPEN_STATUSES.includes(contact.status)
    ? null
    : Math.round((start(nationalDay(now)) - start(nationalDay(new Date(contact.at)))) / day);
