import { latestDay, middleDay, type PartialDate } from '../dates/partial-date.ts';
import { middleBetween } from './middle.ts';

/** Raised whenever the same input gives another answer. */
export const DIAGNOSIS_DAY_VERSION = 1;

/** Why a date of diagnosis cannot be true. */
export type ImplausibleDate = 'implausible-year' | 'before-birth' | 'in-future' | 'after-death';

export interface DiagnosisDay {
  /** The day that stands for the date, YYYY-MM-DD; null where it is not known or cannot be true. */
  readonly day: string | null;
  /** Whether it is known to the month or the year alone. */
  readonly placed: boolean;
  readonly implausible: ImplausibleDate | null;
}

/** No living person was diagnosed before it; registries write 1800, 1899 or 0001 for what is not known. */
const FIRST_YEAR = 1900;
/** A year so far ahead is a sign for unknown (9999, 2999), not a slip of the pen. */
const AHEAD = 10;

const implausible = (
  diagnosed: PartialDate,
  born: PartialDate | null,
  died: PartialDate | null,
  today: string,
): ImplausibleDate | null => {
  const year = Number(diagnosed.date.slice(0, 4));
  if (year < FIRST_YEAR || year > Number(today.slice(0, 4)) + AHEAD) return 'implausible-year';
  if (born !== null && latestDay(diagnosed) < born.date) return 'before-birth';
  if (diagnosed.date > today) return 'in-future';
  return died !== null && diagnosed.date > latestDay(died) ? 'after-death' : null;
};

/**
 * The day from which a case is counted. A date that cannot be true (of a year before 1900 or more than ten years
 * ahead, before birth, in the future, after death) is no date, and the finding is counted. One known to the month or the
 * year stands for the middle of what it may mean, and where birth, death or today leave less of it, for the middle of
 * that. Source: the platform's own convention, after the edits of IARC/IACR (IARC Technical Report 42, 2005).
 */
export const diagnosisDay = (
  diagnosed: PartialDate | null,
  born: PartialDate | null,
  died: PartialDate | null,
  today: string,
): DiagnosisDay => {
  if (diagnosed === null) return { day: null, placed: false, implausible: null };
  const finding = implausible(diagnosed, born, died, today);
  if (finding !== null) return { day: null, placed: false, implausible: finding };
  if (diagnosed.precision === 'day')
    return { day: diagnosed.date, placed: false, implausible: null };
  const bounds = [today, ...(died === null ? [] : [latestDay(died)])];
  const latest = bounds.reduce((a, b) => (b < a ? b : a), latestDay(diagnosed));
  const earliest = born !== null && born.date > diagnosed.date ? born.date : diagnosed.date;
  const whole = earliest === diagnosed.date && latest === latestDay(diagnosed);
  return {
    day: whole ? middleDay(diagnosed) : middleBetween(earliest, latest),
    placed: true,
    implausible: null,
  };
};
