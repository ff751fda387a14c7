import { CirceError } from '../circe-error.ts';

const OPERATORS: Readonly<Record<string, string>> = {
  lt: '<',
  lte: '<=',
  eq: '=',
  '!eq': '<>',
  gt: '>',
  gte: '>=',
};

/** A comparison, inclusive between where the operator says so. */
export const compared = (
  of: string,
  op: string | undefined,
  bounds: { readonly value: string; readonly extent: () => string },
  at: string,
): string => {
  if (op === 'bt' || op === '!bt')
    return `${op === '!bt' ? 'NOT ' : ''}(${of} >= ${bounds.value} AND ${of} <= ${bounds.extent()})`;
  const operator = OPERATORS[op ?? ''];
  if (operator === undefined)
    throw new CirceError(
      `${at}.Op`,
      `has to be one of bt, !bt, ${Object.keys(OPERATORS).join(', ')}`,
    );
  return `${of} ${operator} ${bounds.value}`;
};

/** Whether a text is a day of the calendar, `yyyy-mm-dd`. */
export const isDay = (text: string): boolean => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** A day as a literal. */
export const day = (text: string | undefined, at: string): string => {
  if (text === undefined || !isDay(text))
    throw new CirceError(at, 'has to be a day of the calendar, as 2020-12-31');
  return `DATE '${text}'`;
};

/** Days after a date; before it where negative. */
export const daysAfter = (date: string, days: number | string): string =>
  days === 0 ? date : `CAST(${date} + (${days}) AS DATE)`;

export const inCodeset = (of: string, codesets: string, id: number): string =>
  `${of} IN (SELECT concept_id FROM ${codesets} WHERE codeset_id = ${id})`;
