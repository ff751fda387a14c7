import { badInput } from '@nodp/graph';
import { isCalendarDay } from '../people/calendar-day.ts';

const dayOf = (name: string, day: string | null | undefined): string | null => {
  if (!day) return null;
  if (!isCalendarDay(day))
    throw badInput(`\`${name}\` is a day of the calendar, YYYY-MM-DD, not ${day.slice(0, 20)}.`);
  return day;
};

/** @throws BAD_USER_INPUT where one is no day of the calendar, or the first comes after the last */
export const readDays = (
  fromDay: string | null | undefined,
  toDay: string | null | undefined,
): { readonly fromDay: string | null; readonly toDay: string | null } => {
  const [from, to] = [dayOf('fromDay', fromDay), dayOf('toDay', toDay)];
  if (from !== null && to !== null && from > to)
    throw badInput(`Days run from ${from} to ${to}. Give the earlier as fromDay.`);
  return { fromDay: from, toDay: to };
};
