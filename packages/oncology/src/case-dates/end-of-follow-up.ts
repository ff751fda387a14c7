import { latestDay, type PartialDate } from '../dates/partial-date.ts';
import { middleBetween } from './middle.ts';

/** Raised whenever the same input gives another answer. */
export const END_OF_FOLLOW_UP_VERSION = 1;

export interface FollowUp {
  readonly vitalStatus: 'ALIVE' | 'DEAD' | 'UNKNOWN';
  /** Null of who is not dead, and of the dead whose date of death nobody knows. */
  readonly died: PartialDate | null;
  /** The last day on which the person was met or heard of alive. */
  readonly lastContact: string | null;
  /** The day that time is counted from. */
  readonly from: string;
  /** The last day to which follow-up is complete: nobody is followed beyond it. */
  readonly closing: string;
}

export interface EndOfFollowUp {
  readonly day: string;
  readonly died: boolean;
  /** Whether the day of death is not known and was placed between the bounds that are. */
  readonly placed: boolean;
}

const later = (a: string, b: string | null): string => (b !== null && b > a ? b : a);
const earlier = (a: string, b: string): string => (b < a ? b : a);

/** The day of a death, placed where it is not known. */
const dayOfDeath = ({ died, lastContact, from, closing }: FollowUp): string => {
  if (died?.precision === 'day') return died.date;
  const earliest = later(later(from, died?.date ?? null), lastContact);
  const latest = died === null ? later(closing, earliest) : latestDay(died);
  return later(middleBetween(earliest, latest), from);
};

/**
 * When the time of a case ends, and how. A death known to the month or the year, or not at all, is placed in the middle
 * of the days on which it may have been: not before diagnosis, nor before the person was last known alive, nor after the
 * period it is known to, nor, where no period is known, after the closing date. Leaving such deaths out while the living
 * stay in would show survival that nobody has. A person who dies or is seen after the closing date is censored on it. Null where
 * a person not known dead was never heard of. Source: the platform's own convention; bounds as in interval censoring.
 */
export const endOfFollowUp = (given: FollowUp): EndOfFollowUp | null => {
  const { vitalStatus, died, lastContact, closing } = given;
  if (vitalStatus !== 'DEAD')
    return lastContact === null
      ? null
      : { day: earlier(lastContact, closing), died: false, placed: false };
  const day = dayOfDeath(given);
  if (day > closing) return { day: closing, died: false, placed: false };
  return { day, died: true, placed: died?.precision !== 'day' };
};
