import { FieldError } from '../registry/fields.ts';

/** A value of a marker on a day. */
export interface Point {
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly value: number;
  /** Reported as `<x`: the value is under `value`, and is no point of a course. */
  readonly below: boolean;
  readonly unit?: string | null;
  readonly assay?: string | null;
}

const DAY = 86_400_000;

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** Whether a value reaches a limit; decimals that binary fractions miss count as reached (0.1 + 0.2 reaches 0.3). */
export const reaches = (value: number, limit: number): boolean =>
  value >= limit - Math.max(1e-9, Math.abs(limit) * 1e-9);

/** Whether a value is over a limit, which is not reached by being equal. */
export const isOver = (value: number, limit: number): boolean => !reaches(limit, value);

export const inOrder = <P extends { readonly date: string }>(points: readonly P[]): P[] =>
  points.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

/** Points whose value is known. */
export const measured = (points: readonly Point[]): Point[] =>
  inOrder(points).filter(({ below }) => !below);

const isDay = (text: unknown): text is string =>
  typeof text === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(Date.parse(text)).toISOString().slice(0, 10) === text;

const NUMBER = /^([<≤＜]\s*=?)?\s*(\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/i;

/** Reads `[{"date", "value", "unit"?, "assay"?}, …]`; a value may be written `<0.1`. Throws `FieldError`. */
export const pointsOf = (raw: readonly unknown[]): Point[] =>
  inOrder(
    raw.map((entry, index) => {
      const where = `points[${index}]`;
      const { date, value, comparator, unit, assay, laboratory } = (entry ?? {}) as Readonly<
        Record<string, unknown>
      >;
      if (!isDay(date))
        throw new FieldError(
          where,
          `“${String(date)}” is no day (2025-03-14)`,
          `“${String(date)}”不是日期（如2025-03-14）`,
        );
      const found = NUMBER.exec(String(value ?? '').trim());
      if (found === null)
        throw new FieldError(where, `“${String(value)}” is no value`, `“${String(value)}”不是数值`);
      const assays = [assay, laboratory].filter((one) => typeof one === 'string' && one !== '');
      return {
        date,
        value: Number(found[2]),
        below: found[1] !== undefined || comparator === '<' || comparator === '<=',
        ...(typeof unit === 'string' && unit !== '' ? { unit } : {}),
        ...(assays.length > 0 ? { assay: assays.join(' / ') } : {}),
      };
    }),
  );
