import { type DateRange, dateRange } from '../schema/values.ts';
import type { AttributeKind } from './kind.ts';
import { compared, day, isDay } from './sql-text.ts';

const SAYS: Readonly<Record<string, string>> = {
  lt: 'before',
  lte: 'on or Before',
  eq: 'on',
  '!eq': 'not on',
  gt: 'after',
  gte: 'on or after',
  bt: 'between',
  '!bt': 'not between',
};

const long = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

/** A day in words, `January 31, 2020`. */
export const dayText = (text: string | undefined): string => {
  if (text === undefined || text === '') return '_empty_';
  return isDay(text) ? long.format(new Date(`${text}T00:00:00Z`)) : '_invalid date_';
};

const says = ({ Value, Op = '', Extent }: DateRange): string =>
  `${SAYS[Op] ?? Op} ${dayText(Value)}${Op.endsWith('bt') ? ` and ${dayText(Extent)}` : ''}`;

export const date: AttributeKind<DateRange> = {
  schema: dateRange,
  where: ({ Value, Op, Extent }, { of, at }) =>
    compared(
      of,
      Op,
      { value: day(Value, `${at}.Value`), extent: () => day(Extent, `${at}.Extent`) },
      at,
    ),
  says,
  amiss: ({ Value, Op = '', Extent }) => {
    if (Value !== undefined && !isDay(Value)) return 'invalid-date';
    if (Value === undefined) return 'empty-start';
    if (!Op.endsWith('bt')) return null;
    if (Extent === undefined) return 'empty-end';
    if (!isDay(Extent)) return 'invalid-date';
    return Value > Extent ? 'reversed' : null;
  },
};
