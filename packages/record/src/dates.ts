import type { PartialDate } from '@nodp/oncology';
import { nationalDay } from '@nodp/oncology';
import { remembered } from '@nodp/terminology/remembered';

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/;

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** An instant with an offset of another clock than the institutions'; FHIR has none without an offset. */
const ELSEWHERE = /T.*(?:Z|[+-]\d\d:\d\d)$/;
const HERE = '+08:00';

/**
 * Reads `2019`, `2019-03`, `2019-03-14` or an instant, whose day is the one that it was where the institution is.
 * Null when there is no such day.
 */
export const partialDate = remembered((text: string): PartialDate | null => {
  const match = form.exec(text);
  if (match === null) return null;
  const [, year = '', month, day] = match;
  if (Number(year) === 0) return null;
  if (month === undefined) return { date: `${year}-01-01`, precision: 'year' };
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return { date: `${year}-${month}-01`, precision: 'month' };
  if (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))) return null;
  const at = ELSEWHERE.test(text) && !text.endsWith(HERE) ? Date.parse(text) : Number.NaN;
  const date = Number.isNaN(at) ? `${year}-${month}-${day}` : nationalDay(new Date(at));
  return { date, precision: 'day' };
});

/** An instant in ISO 8601 with its offset; a date alone is its first moment where the institution is. Null when there is none such. */
export const instant = remembered((text: string): string | null => {
  const day = partialDate(text);
  if (day === null) return null;
  if (!text.includes('T')) return `${day.date}T00:00:00${HERE}`;
  return Number.isNaN(Date.parse(text)) ? null : text;
});

/** Whether a text is a whole day of the calendar, YYYY-MM-DD. */
export const isDay = (text: string): boolean =>
  text.length === 10 && partialDate(text)?.precision === 'day';
