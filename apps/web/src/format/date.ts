/** Dates as the platform writes them: yyyy-MM-dd in both languages, precision kept. */

/** `2019-03-14`, `2019-03` or `2019`, as recorded; an em dash where there is none. */
export const formatPartialDate = (date: string | null | undefined): string => date || '—';

const two = (n: number) => String(n).padStart(2, '0');

/** An instant as a day of the reader's time zone, yyyy-MM-dd. */
export function formatDay(instant: string | number | null | undefined): string {
  if (instant === null || instant === undefined || instant === '') return '—';
  const d = new Date(instant);
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
}

/** An instant in the reader's time zone, yyyy-MM-dd HH:mm. */
export function formatInstant(instant: string | number | null | undefined): string {
  if (instant === null || instant === undefined || instant === '') return '—';
  const d = new Date(instant);
  return `${formatDay(instant)} ${two(d.getHours())}:${two(d.getMinutes())}`;
}

/** The time a recorded date stands for, ms since 1970 in UTC; `end` is exclusive. */
export type Span = { start: number; end: number };

/** The days a date known to day, month or year covers; null for anything else. */
export function spanOfPartialDate(date: string | null | undefined): Span | null {
  const m = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date ?? '');
  if (!m) return null;
  const year = Number(m[1]);
  const month = m[2] === undefined ? undefined : Number(m[2]) - 1;
  const day = m[3] === undefined ? undefined : Number(m[3]);
  if (month === undefined) return { start: Date.UTC(year, 0), end: Date.UTC(year + 1, 0) };
  if (day === undefined) return { start: Date.UTC(year, month), end: Date.UTC(year, month + 1) };
  return { start: Date.UTC(year, month, day), end: Date.UTC(year, month, day + 1) };
}

/** Whether a text is a day of the calendar, yyyy-MM-dd. */
export const isDay = (text: string): boolean => {
  const span = text.length === 10 ? spanOfPartialDate(text) : null;
  return span !== null && new Date(span.start).toISOString().startsWith(text);
};
