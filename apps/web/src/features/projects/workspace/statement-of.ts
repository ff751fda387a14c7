import type { WorkspaceColumn } from './queries.ts';

/** How a column is compared. */
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=' | 'is null' | 'is not null';

export interface Filter {
  readonly column: string;
  readonly comparison: Comparison;
  readonly value: string;
}

export interface Chosen {
  readonly table: string;
  readonly filters: readonly Filter[];
}

type Typed = Pick<WorkspaceColumn, 'name' | 'type'>;

export const PAGE_SIZE = 50;
/** Pages that a table goes on for: more is asked by a filter. */
export const MOST_PAGES = 20;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Comparisons that a column of a type has. */
export const comparisonsOf = ({ type }: Typed): readonly Comparison[] =>
  type === 'text'
    ? ['=', '<>', 'is null', 'is not null']
    : type === 'boolean'
      ? ['=', 'is null', 'is not null']
      : ['=', '<>', '<', '<=', '>', '>=', 'is null', 'is not null'];

/** Whether a comparison takes a value. */
export const takesValue = (comparison: Comparison): boolean => !comparison.startsWith('is');

/** A value as SQL of the column's type; null where it is none of it. */
const written = ({ type }: Typed, value: string): string | null => {
  const text = value.trim();
  if (type === 'text') return text === '' ? null : literal(text);
  if (type === 'boolean') return text === 'true' || text === 'false' ? text : null;
  return /^-?\d+(\.\d+)?$/.test(text) ? text : null;
};

/** Whether a filter can be asked: unfinished ones are passed over. */
export const isWhole = ({ comparison, value }: Filter, column: Typed): boolean =>
  !takesValue(comparison) || written(column, value) !== null;

const conditionsOf = ({ filters }: Chosen, columns: readonly Typed[]): string => {
  const conditions = filters.flatMap(({ column: name, comparison, value }) => {
    const column = columns.find((one) => one.name === name);
    if (column === undefined) return [];
    if (!takesValue(comparison)) return [`${quoted(name)} ${comparison}`];
    const text = written(column, value);
    return text === null ? [] : [`${quoted(name)} ${comparison} ${text}`];
  });
  return conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
};

/** One row more than a page has tells whether there is a next. */
export const rowsStatement = (
  chosen: Chosen,
  columns: readonly Typed[],
  {
    sort,
    page,
  }: {
    readonly sort: { readonly column: string; readonly desc: boolean } | null;
    readonly page: number;
  },
): string => {
  const names = ['person_key', ...columns.map(({ name }) => name)].map(quoted);
  // Rows that are alike in what orders them stand in one order on every page.
  const others = names.filter((name) => sort === null || name !== quoted(sort.column));
  const order =
    sort === null
      ? 'order by all'
      : `order by ${quoted(sort.column)}${sort.desc ? ' desc' : ''} nulls last, ${others.join(', ')}`;
  return `select ${names.join(', ')} from ${quoted(chosen.table)}${conditionsOf(chosen, columns)} ${order} limit ${PAGE_SIZE + 1} offset ${page * PAGE_SIZE}`;
};

/** Persons by a column: rows where those were granted, else counts through disclosure control. */
export const countStatement = (chosen: Chosen, columns: readonly Typed[], column: string): string =>
  `select ${quoted(column)}, count(distinct person_key) as persons from ${quoted(chosen.table)}${conditionsOf(chosen, columns)} group by ${quoted(column)}`;
