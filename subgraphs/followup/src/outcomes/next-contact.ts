import type { ContactOutcomeKind } from './table.ts';

/** Days after a failed attempt in which the next is made: three of them last three months. */
const AGAIN = 46;
/** Months between contacts by full years since the plan began: customary for solid tumours, to be confirmed by the clinical board. */
const INTERVALS = [
  { years: 2, months: 3 },
  { years: 5, months: 6 },
] as const;
const LATER = 12;
/** Where no plan says when it began. */
const UNKNOWN = 6;

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
};

const monthsFrom = (since: string | null, on: string): number =>
  since === null
    ? UNKNOWN
    : (INTERVALS.find(({ years }) => on < addMonths(since, 12 * years))?.months ?? LATER);

/**
 * The day of the next contact after one that came to this; null after a death, or where the patient refuses further ones.
 * @param since the day on which the plan began, where one says it
 */
export const nextContact = (
  outcome: ContactOutcomeKind,
  on: string,
  since: string | null,
): string | null => {
  switch (outcome) {
    case 'REACHED_NO_DISEASE':
    case 'REACHED_WITH_DISEASE':
      return addMonths(on, monthsFrom(since, on));
    case 'NOT_REACHED':
    case 'WRONG_NUMBER':
      return addDays(on, AGAIN);
    case 'REFUSED':
    case 'DIED':
      return null;
  }
};
