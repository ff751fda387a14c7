import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { Refusal } from './refusal.ts';

const FORM =
  /^(eq|ne|ge|le|gt|lt|sa|eb)?(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** What a date parameter asks: a prefix, and the span that its value is (its end is the first moment after it). */
interface Asked {
  readonly prefix: string;
  readonly from: Date;
  readonly to: Date;
}

const HERE = '+08:00';

/** The end of what a value says: of a year the next year's beginning, of an instant to the second the next second. */
const endOf = (from: Date, parts: readonly (string | undefined)[]): Date => {
  const [, , , month, day, time, seconds] = parts;
  const end = new Date(from);
  if (time !== undefined) return new Date(from.getTime() + (seconds === undefined ? 60_000 : 1000));
  // In the national calendar: the offset is constant, so that days may be added in UTC.
  if (day !== undefined) end.setUTCDate(end.getUTCDate() + 1);
  else {
    const begun = new Date(from.getTime() + 8 * 3_600_000);
    const next =
      month === undefined
        ? Date.UTC(begun.getUTCFullYear() + 1, 0, 1)
        : Date.UTC(begun.getUTCFullYear(), begun.getUTCMonth() + 1, 1);
    return new Date(next - 8 * 3_600_000);
  }
  return end;
};

/** @throws Refusal where it is no date of FHIR's search */
export const askedDate = (name: string, text: string): Asked => {
  const parts = FORM.exec(text);
  const wrong = () =>
    new Refusal(
      400,
      'value',
      `${name} is a date of FHIR, such as ge2026-03-01; not “${text.slice(0, 40)}”.`,
    );
  if (parts === null) throw wrong();
  const [
    ,
    prefix = 'eq',
    year,
    month = '01',
    day = '01',
    time = '00:00',
    seconds = ':00',
    zone = HERE,
  ] = parts;
  const from = new Date(`${year}-${month}-${day}T${time}${seconds}${zone}`);
  if (Number.isNaN(from.getTime())) throw wrong();
  return { prefix, from, to: endOf(from, parts) };
};

/** Compares the span that a row says with the span that was asked (FHIR R4, search: date). */
const compared = (prefix: string, low: SQL, high: SQL, from: SQL, to: SQL): SQL => {
  switch (prefix) {
    case 'ne':
      return sql`not (${low} >= ${from} and ${high} <= ${to})`;
    case 'ge':
      return sql`${high} > ${from}`;
    case 'gt':
    case 'sa':
      return prefix === 'gt' ? sql`${high} > ${to}` : sql`${low} >= ${to}`;
    case 'le':
      return sql`${low} < ${to}`;
    case 'lt':
    case 'eb':
      return prefix === 'lt' ? sql`${low} < ${from}` : sql`${high} <= ${from}`;
    default:
      return sql`${low} >= ${from} and ${high} <= ${to}`;
  }
};

/** Of a row's instant. */
export const instantFits = (at: PgColumn | SQL, asked: Asked): SQL => {
  const instant = (date: Date) => sql`${date.toISOString()}::timestamptz`;
  const one = sql`${at}`;
  // An instant is the span of its own millisecond.
  const after = sql`(${at} + interval '1 millisecond')`;
  return compared(asked.prefix, one, after, instant(asked.from), instant(asked.to));
};

const dayOf = (date: Date): SQL =>
  sql`${new Date(date.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)}::date`;

/** Of a row's day, month or year: the span that it is known to lie in. A time of day asked counts as its day. */
export const dayFits = (on: PgColumn, precision: PgColumn, asked: Asked): SQL => {
  const high = sql`(${on} + case ${precision} when 'year' then interval '1 year' when 'month' then interval '1 month' else interval '1 day' end)`;
  const last = new Date(asked.to.getTime() - 1);
  const to = sql`(${dayOf(last)} + 1)`;
  return compared(asked.prefix, sql`${on}`, high, dayOf(asked.from), to);
};
