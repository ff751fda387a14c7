import type { PartialDate } from '@nodp/oncology';

const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/;

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * Reads `2019`, `2019-03`, `2019-03-14` or an instant (whose date is the sender's own, whatever its
 * offset). Null when there is no such day.
 */
export const partialDate = (text: string): PartialDate | null => {
  const match = form.exec(text);
  if (match === null) return null;
  const [, year = '', month, day] = match;
  if (Number(year) === 0) return null;
  if (month === undefined) return { date: `${year}-01-01`, precision: 'year' };
  if (Number(month) < 1 || Number(month) > 12) return null;
  if (day === undefined) return { date: `${year}-${month}-01`, precision: 'month' };
  if (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))) return null;
  return { date: `${year}-${month}-${day}`, precision: 'day' };
};

/** An instant in ISO 8601 with its offset; a date alone is its first moment in UTC. Null when there is none such. */
export const instant = (text: string): string | null => {
  const day = partialDate(text);
  if (day === null) return null;
  if (!text.includes('T')) return `${day.date}T00:00:00Z`;
  return Number.isNaN(Date.parse(text)) ? null : text;
};
