import type { Label } from '@nodp/terminology';
import { FUNCTIONS, TABLE_FUNCTIONS, TYPES } from './functions.ts';

/** A part of a statement as DuckDB's own parser writes it (`json_serialize_sql`). */
export type Part = { readonly [name: string]: unknown };

/** Why a statement is refused, in words for who wrote it. */
export class RefusedStatement extends Error {
  readonly words: Label;
  constructor(words: Label) {
    super(words.en);
    this.words = words;
  }
}

const refuse = (en: string, zh: string): never => {
  throw new RefusedStatement({ en, zh });
};

/** The longest statement, in signs, and how deep it may be nested. */
export const LONGEST_STATEMENT = 4000;
const DEEPEST = 60;

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Expressions that compute; a lambda, a parameter, a default or `COLUMNS(…)` is none of them. */
const EXPRESSIONS: ReadonlySet<string> = new Set([
  ...[
    'COLUMN_REF',
    'CONSTANT',
    'COMPARISON',
    'CONJUNCTION',
    'OPERATOR',
    'BETWEEN',
    'FUNCTION',
    'CASE',
    'CAST',
  ],
  ...['STAR', 'SUBQUERY', 'WINDOW', 'POSITIONAL_REFERENCE'],
]);
const NODES: ReadonlySet<string> = new Set([
  ...['SELECT_NODE', 'SET_OPERATION_NODE', 'RECURSIVE_CTE_NODE', 'CTE_NODE'],
  ...['BASE_TABLE', 'JOIN', 'SUBQUERY', 'EMPTY', 'EXPRESSION_LIST', 'TABLE_FUNCTION'],
  ...['ORDER_MODIFIER', 'LIMIT_MODIFIER', 'LIMIT_PERCENT_MODIFIER', 'DISTINCT_MODIFIER'],
  ...['ASCENDING', 'DESCENDING', 'ORDER_DEFAULT', 'INVALID'],
]);
/** Names of the catalogue's own views, behind which settings, files and definitions would be read. */
const OF_CATALOGUE = /^(duckdb_|pragma_|sqlite_|pg_|information_schema)/i;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const checkExpression = (part: Part): void => {
  const kind = text(part.class);
  if (!EXPRESSIONS.has(kind))
    refuse(`${kind.toLowerCase()} is not for a workspace.`, `工作区不支持${kind.toLowerCase()}。`);
  if (kind === 'FUNCTION' || kind === 'WINDOW') {
    const name = text(part.function_name).toLowerCase();
    if (text(part.schema) !== '' || text(part.catalog) !== '' || !FUNCTIONS.has(name))
      refuse(`The function ${name} is not for a workspace.`, `工作区不支持函数${name}。`);
  }
  if (kind === 'CAST' && !TYPES.has(text((part.cast_type as Part | undefined)?.id)))
    refuse('A value cannot be cast to this type here.', '此处不支持转换为该类型。');
  // Without an expression it is every column, as `order by all` has it.
  if (kind === 'STAR' && part.expr != null)
    refuse('Name the columns instead of COLUMNS(…).', '请直接写列名，不支持COLUMNS(…)。');
};

const checkTable = (part: Part, tables: ReadonlySet<string>, named: ReadonlySet<string>): void => {
  const kind = text(part.type);
  if (kind === 'TABLE_FUNCTION') {
    const name = text((part.function as Part | undefined)?.function_name).toLowerCase();
    if (!TABLE_FUNCTIONS.has(name))
      refuse(`The function ${name} is not for a workspace.`, `工作区不支持函数${name}。`);
  }
  if (kind !== 'BASE_TABLE') return;
  const name = text(part.table_name).toLowerCase();
  if (text(part.schema_name) !== '' || text(part.catalog_name) !== '')
    refuse('Name a table without a schema.', '请直接写表名，不带模式名。');
  if (!tables.has(name) && !named.has(name))
    refuse(
      `There is no table ${name} here. Tables: ${[...tables].join(', ') || 'none'}.`,
      `此处没有表${name}，可用：${[...tables].join('、') || '无'}。`,
    );
};

/** Names that `with` gives within a node. */
const namesOf = (part: Part): string[] => {
  const map = (part.cte_map as Part | undefined)?.map;
  const given = Array.isArray(map) ? map.map((one) => text((one as Part).key)) : [];
  const own = text(part.cte_name);
  const all = own === '' ? given : [...given, own];
  for (const name of all)
    if (OF_CATALOGUE.test(name))
      refuse(`Choose another name than ${name}.`, `请勿使用名称${name}。`);
  return all.map((name) => name.toLowerCase());
};

const walk = (
  value: unknown,
  tables: ReadonlySet<string>,
  named: ReadonlySet<string>,
  depth: number,
): void => {
  if (depth > DEEPEST) refuse('The statement is nested too deep.', '语句嵌套过深。');
  if (Array.isArray(value)) {
    for (const one of value) walk(one, tables, named, depth + 1);
    return;
  }
  if (!isPart(value)) return;
  const names = namesOf(value);
  const within = names.length === 0 ? named : new Set([...named, ...names]);
  if (typeof value.class === 'string') checkExpression(value);
  else if (typeof value.type === 'string') {
    if (!NODES.has(value.type))
      refuse(
        `${value.type.toLowerCase()} is not for a workspace.`,
        `工作区不支持${value.type.toLowerCase()}。`,
      );
    checkTable(value, tables, within);
  }
  const isTableFunction = value.type === 'TABLE_FUNCTION';
  for (const [name, child] of Object.entries(value)) {
    // The values of constants and types are data; the call of a table function was looked at as one.
    if (name === 'value' && value.class === 'CONSTANT') continue;
    if (name === 'cast_type') continue;
    if (name === 'function' && isTableFunction && isPart(child)) {
      walk(child.children, tables, within, depth + 1);
      continue;
    }
    walk(child, tables, within, depth + 1);
  }
};

/**
 * The one SELECT of a text that was parsed.
 * @param parsed what `json_serialize_sql` answered
 * @throws {RefusedStatement}
 */
export const selectOf = (parsed: unknown): Part => {
  const { error, error_message: message, error_type: type, statements } = parsed as Part;
  if (error === true) {
    if (type === 'not implemented') refuse('Only a SELECT can be asked.', '只能使用SELECT语句。');
    refuse(`The statement cannot be read: ${text(message)}`, `语句无法解析：${text(message)}`);
  }
  const all = Array.isArray(statements) ? statements : [];
  if (all.length !== 1) refuse('Ask one statement at a time.', '每次只能执行一条语句。');
  return (all[0] as Part).node as Part;
};

/**
 * Holds a statement to what a workspace is for: tables that are granted, functions that compute.
 * @param tables in small letters
 * @throws {RefusedStatement}
 */
export const checkStatement = (node: Part, tables: ReadonlySet<string>): void =>
  walk(node, tables, new Set(), 0);
