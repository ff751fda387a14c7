/** Dates as the platform writes them: yyyy-MM-dd in both languages, precision kept. */

import { nationalDay, nationalTime } from '@nodp/terminology/national-time';

/** `2019-03-14`, `2019-03` or `2019`, as recorded; an em dash where there is none. */
export const formatPartialDate = (date: string | null | undefined): string => date || '—';

/** An instant as the day that it was where the institutions are, yyyy-MM-dd. */
export function formatDay(instant: string | number | null | undefined): string {
  if (instant === null || instant === undefined || instant === '') return '—';
  return nationalDay(new Date(instant));
}

/** An instant by the institutions' clock, wherever it is read, yyyy-MM-dd HH:mm. */
export function formatInstant(instant: string | number | null | undefined): string {
  if (instant === null || instant === undefined || instant === '') return '—';
  return `${formatDay(instant)} ${nationalTime(new Date(instant))}`;
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
