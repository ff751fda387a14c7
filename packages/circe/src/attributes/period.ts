import { type Period, period as periodSchema } from '../schema/values.ts';
import { dayText } from './date.ts';
import type { AttributeKind } from './kind.ts';
import { day, isDay } from './sql-text.ts';

/** A period named by its days lies within one that was found: each day it names does. */
export const period: AttributeKind<Period> = {
  schema: periodSchema,
  where: ({ StartDate, EndDate }, { at }) => {
    const days = [
      ...(StartDate === undefined ? [] : [day(StartDate, `${at}.StartDate`)]),
      ...(EndDate === undefined ? [] : [day(EndDate, `${at}.EndDate`)]),
    ];
    return days.length === 0
      ? null
      : days.map((each) => `C.start_date <= ${each} AND C.end_date >= ${each}`).join(' AND ');
  },
  // The spelling is circe's, so that the two texts compare.
  says: ({ StartDate, EndDate }) => {
    const end = EndDate === undefined ? '' : ` end date of ${dayText(EndDate)}`;
    if (StartDate === undefined) return end === '' ? '' : `a user defined${end}`;
    return `a user defiend start date of ${dayText(StartDate)}${end === '' ? '' : ` and${end}`}`;
  },
  amiss: ({ StartDate, EndDate }) => {
    if ([StartDate, EndDate].some((each) => each !== undefined && !isDay(each)))
      return 'invalid-date';
    return StartDate !== undefined && EndDate !== undefined && StartDate > EndDate
      ? 'reversed'
      : null;
  },
};
