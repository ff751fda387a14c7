import { badInput } from '@nodp/graph';

const dayOf = (name: string, day: string | null | undefined): string | null => {
  if (!day) return null;
  const known = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : null;
  if (known === null || Number.isNaN(known.getTime()) || !known.toISOString().startsWith(day))
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
