import type { Label } from '@nodp/terminology';

/** What a value of a field is read as. */
interface Kinds {
  number: number;
  flag: boolean;
  choice: string;
  text: string;
  date: string;
  list: readonly unknown[];
  pairs: Readonly<Record<string, string>>;
}

/** A documented input of a rule. */
export interface Field<Kind extends keyof Kinds = keyof Kinds> {
  readonly kind: Kind;
  /** What it is, with its unit. */
  readonly label: Label;
  readonly min?: number;
  readonly max?: number;
  readonly integer?: true;
  /** Accepted writings of a choice and what each is read as. */
  readonly values?: Readonly<Record<string, string>>;
  /** A list of words, which may also be written in one text with semicolons between. */
  readonly of?: 'text';
  /** Other names under which a file may give it. */
  readonly names?: readonly string[];
}

export type Fields = Readonly<Record<string, Field>>;

/** What a rule is given: every field, null where it is not known. */
export type Given<F extends Fields> = {
  readonly [Name in keyof F]: (F[Name] extends Field<infer Kind> ? Kinds[Kind] : never) | null;
};

const label = (en: string, zh: string): Label => ({ en, zh });

export const number = (
  en: string,
  zh: string,
  min: number,
  max: number,
  more: { readonly integer?: true; readonly names?: readonly string[] } = {},
): Field<'number'> => ({ kind: 'number', label: label(en, zh), min, max, ...more });

export const count = (en: string, zh: string, max: number): Field<'number'> =>
  number(en, zh, 0, max, { integer: true });

export const flag = (en: string, zh: string): Field<'flag'> => ({
  kind: 'flag',
  label: label(en, zh),
});

/** @param values the values, or each accepted writing with the value it means; writings are compared in lower case */
export const choice = (
  en: string,
  zh: string,
  values: readonly string[] | Readonly<Record<string, string>>,
  names: readonly string[] = [],
): Field<'choice'> => ({
  kind: 'choice',
  label: label(en, zh),
  values: Array.isArray(values)
    ? Object.fromEntries(values.map((value) => [value.toLowerCase(), value]))
    : (values as Readonly<Record<string, string>>),
  names,
});

export const text = (en: string, zh: string, names: readonly string[] = []): Field<'text'> => ({
  kind: 'text',
  label: label(en, zh),
  names,
});

export const date = (en: string, zh: string, names: readonly string[] = []): Field<'date'> => ({
  kind: 'date',
  label: label(en, zh),
  names,
});

/** A list, given as JSON: in a file of JSON itself, or as the text of a cell. */
export const list = (en: string, zh: string): Field<'list'> => ({
  kind: 'list',
  label: label(en, zh),
});

/** A list of words, given as a list in JSON or with semicolons between: `EGFR L858R; TP53 R175H`. */
export const words = (en: string, zh: string, names: readonly string[] = []): Field<'list'> => ({
  kind: 'list',
  of: 'text',
  label: label(en, zh),
  names,
});

/** Names with values: `grade=2;psa=9.9`, or an object in JSON. */
export const pairs = (en: string, zh: string): Field<'pairs'> => ({
  kind: 'pairs',
  label: label(en, zh),
});

/** Said where a value cannot be read: what was expected instead. */
export class FieldError extends Error {
  readonly field: string;
  /** The same in Chinese. */
  readonly chinese: string;
  constructor(field: string, message: string, chinese: string) {
    super(message);
    this.field = field;
    this.chinese = chinese;
  }
}

const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  yes: true,
  '1': true,
  是: true,
  false: false,
  no: false,
  '0': false,
  否: false,
};

/** What a name that somebody wrote stands for; undefined where it is none, `constructor` too. */
export const ownOf = <Value>(
  values: Readonly<Record<string, Value>>,
  written: string,
): Value | undefined => (Object.hasOwn(values, written) ? values[written] : undefined);

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

const isDate = (written: string): boolean => {
  if (!DATE.test(written)) return false;
  const day = `${written}-01-01`.slice(0, 10);
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
};

const readNumber = (name: string, field: Field, raw: unknown): number => {
  const written = String(raw).trim();
  const value =
    typeof raw === 'number'
      ? raw
      : /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(written)
        ? Number(written)
        : Number.NaN;
  if (!Number.isFinite(value))
    throw new FieldError(name, `“${written}” is no number`, `“${written}”不是数值`);
  if (field.integer === true && !Number.isInteger(value))
    throw new FieldError(name, `${written} is no whole number`, `${written}不是整数`);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = field;
  if (value < min || value > max)
    throw new FieldError(
      name,
      `${written} is not between ${min} and ${max}`,
      `${written}不在${min}至${max}之间`,
    );
  return value;
};

/** What the text of a cell holds as JSON, where it begins as a list or an object does; else the text itself. */
export const jsonOfCell = (raw: unknown): unknown => {
  if (typeof raw !== 'string' || !/^\s*[[{]/.test(raw)) return raw;
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
};

const readPairs = (name: string, raw: unknown): Readonly<Record<string, string>> => {
  const parts: (readonly [string, unknown])[] =
    typeof raw === 'object' && raw !== null && !Array.isArray(raw)
      ? Object.entries(raw)
      : String(raw)
          .split(';')
          .filter((part) => part.trim() !== '')
          .map((part) => {
            const [key = '', value] = part.split('=').map((side) => side.trim());
            if (value === undefined)
              throw new FieldError(
                name,
                `“${part}” is not of the form name=value`,
                `“${part}”不是“名称=值”的形式`,
              );
            return [key, value] as const;
          });
  if (parts.length > 100) throw new FieldError(name, 'more than 100 names', '超过100个名称');
  return Object.fromEntries(
    parts.flatMap(([key, value]) => {
      if (value !== null && typeof value === 'object')
        throw new FieldError(name, `${key} is no single value`, `${key}不是单个值`);
      return value === null ? [] : [[key, String(value)] as const];
    }),
  );
};

const readWords = (name: string, raw: unknown): readonly string[] => {
  const parts: readonly unknown[] = Array.isArray(raw) ? raw : String(raw).split(/[;；]/);
  if (parts.length > 1000) throw new FieldError(name, 'more than 1000 words', '超过1000项');
  return parts.flatMap((part) => {
    if (typeof part !== 'string')
      throw new FieldError(name, 'a list of words is expected', '应为文字列表');
    if (part.length > 1000)
      throw new FieldError(name, 'longer than 1000 characters', '超过1000个字符');
    return part.trim() === '' ? [] : [part.trim()];
  });
};

/** Reads one value as its field says; null where it is absent (an empty cell, null). */
export const readField = (name: string, field: Field, raw: unknown): unknown => {
  if (raw === null || raw === undefined || (typeof raw === 'string' && raw.trim() === ''))
    return null;
  if (field.kind === 'list') {
    const held = jsonOfCell(raw);
    if (field.of === 'text') return readWords(name, Array.isArray(held) ? held : raw);
    if (Array.isArray(held)) return held;
    throw new FieldError(
      name,
      'a list is expected, written as JSON ([…])',
      '应为列表，以JSON书写（[…]）',
    );
  }
  if (field.kind === 'pairs') return readPairs(name, jsonOfCell(raw));
  if (typeof raw === 'object')
    throw new FieldError(name, 'a single value is expected', '应为单个值');
  const written = String(raw).trim();
  if (written.length > 1000)
    throw new FieldError(name, 'longer than 1000 characters', '超过1000个字符');
  switch (field.kind) {
    case 'number':
      return readNumber(name, field, raw);
    case 'flag': {
      const value = ownOf(FLAGS, written.toLowerCase());
      if (value === undefined)
        throw new FieldError(
          name,
          `“${written}” is not true or false`,
          `“${written}”不是“是”或“否”`,
        );
      return value;
    }
    case 'choice': {
      const value = ownOf(field.values ?? {}, written.toLowerCase());
      if (value === undefined)
        throw new FieldError(
          name,
          `“${written}” is none of ${Object.keys(field.values ?? {}).join(', ')}`,
          `“${written}”不属于${Object.keys(field.values ?? {}).join('、')}`,
        );
      return value;
    }
    case 'date':
      if (!isDate(written))
        throw new FieldError(
          name,
          `“${written}” is no date (2025-03-14)`,
          `“${written}”不是日期（如2025-03-14）`,
        );
      return written;
    case 'text':
      return written;
  }
};
