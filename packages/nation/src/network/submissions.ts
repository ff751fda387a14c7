import { random } from '../random/random.ts';
import { uuid7, uuid7Time } from '../random/uuid.ts';
import { type Day, dateOf, firstOf } from '../time/days.ts';
import type { Institution } from './institutions.ts';

/** What a hospital sent in one month: each sends once a month what has been told it until then. */
export interface Submission {
  readonly id: string;
  readonly institution: Institution;
  /** Months since the year 0. */
  readonly month: number;
  readonly receivedAt: string;
}

/** Day of the next month on which a month's report arrives. */
const ARRIVES = 4;
const MONTHS = 1 << 15;

const known = new Map<
  number,
  { readonly seed: number; readonly reference: Day; readonly submission: Submission }
>();

/** A hospital's submission of a month; that of the current month arrived on the reference day. */
export const submissionOf = (
  seed: number,
  institution: Institution,
  month: number,
  reference: Day,
): Submission => {
  const key = institution.index * MONTHS + month;
  const found = known.get(key);
  if (found !== undefined && found.seed === seed && found.reference === reference)
    return found.submission;
  const day = Math.min(firstOf(month + 1) + ARRIVES, reference);
  const receivedAt = `${dateOf(day)}T02:${String(institution.index % 60).padStart(2, '0')}:00Z`;
  const chance = random(seed, key, 0x7375626d);
  const id = uuid7(
    uuid7Time(Date.parse(receivedAt)),
    institution.index,
    chance.bits(),
    chance.bits(),
  );
  const submission = { id, institution, month, receivedAt };
  known.set(key, { seed, reference, submission });
  return submission;
};
