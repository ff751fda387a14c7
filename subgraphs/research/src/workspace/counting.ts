import type { ColumnType } from '@nodp/warehouse';
import { literal } from '@nodp/warehouse/literal';
import { type Part, RefusedStatement } from './statement.ts';

/** A statement that counts persons, in the one form that disclosure control can answer. */
export interface CountPlan {
  readonly table: string;
  /** Columns the persons are grouped by, in the order in which they are shown. */
  readonly groups: readonly string[];
  /** Places of the groups and of the count (-1) in the answer, with the names they are shown under. */
  readonly shown: readonly { readonly group: number; readonly name: string }[];
  /** A condition over a row `c`, made of columns, values and comparisons alone; null of everybody. */
  readonly where: string | null;
  /** Parts of the condition that are joined to others or excluded: what few meet by themselves could be singled out by them. */
  readonly parts: readonly string[];
}

/** Columns of a table with their types. */
export type CountedColumns = Readonly<Record<string, ColumnType>>;

/** Groups at most, so that few are small. */
const MOST_GROUPS = 2;

const FORM = {
  en: 'These columns are granted for counts, and counts have one form: select column, count(distinct person_key) from table where … group by column.',
  zh: '这些数据项仅获准用于计数，须写作：select 列, count(distinct person_key) from 表 where … group by 列。',
};
const refuse = (en: string, zh: string): never => {
  throw new RefusedStatement({ en: `${FORM.en} ${en}`, zh: `${FORM.zh}${zh}` });
};

const part = (value: unknown): Part => (value ?? {}) as Part;
const list = (value: unknown): Part[] => (Array.isArray(value) ? (value as Part[]) : []);

interface Reader {
  readonly columns: CountedColumns;
  readonly names: ReadonlySet<string>;
  readonly parts: string[];
}

const nameOf = (node: Part, { names }: Reader): string | null => {
  if (node.class !== 'COLUMN_REF') return null;
  const path = (node.column_names as string[]).map((one) => one.toLowerCase());
  if (path.length === 2 && names.has(path[0] as string)) return path[1] as string;
  return path.length === 1 ? (path[0] as string) : null;
};

const columnOf = (node: Part, reader: Reader): string => {
  const name = nameOf(node, reader);
  if (name === null || reader.columns[name] === undefined)
    return refuse(
      `${name ?? 'An expression'} is no column granted here. Granted: ${Object.keys(reader.columns).join(', ')}.`,
      `${name ?? '表达式'}不是获准的数据项，可用：${Object.keys(reader.columns).join('、')}。`,
    );
  return name;
};

const numberOf = (type: Part, value: unknown): number => {
  const scale = type.id === 'DECIMAL' ? Number(part(type.type_info).scale ?? 0) : 0;
  return Number(value) / 10 ** scale;
};

/** A value as SQL of a column's type, so that no row is ever converted: an error that depended on a row would tell of it. */
const sqlOf = (node: Part, type: ColumnType): string => {
  if (node.class === 'CAST' && node.try_cast !== true) {
    const inner = part(part(node.child).value);
    if (type === 'boolean' && part(node.cast_type).id === 'BOOLEAN')
      return inner.value === 't' || inner.value === 'true' ? 'true' : 'false';
  }
  const given = part(node.value);
  const of = part(given.type);
  if (node.class === 'CONSTANT' && given.is_null !== true) {
    if (type === 'text' && of.id === 'VARCHAR') return literal(String(given.value));
    if (type === 'boolean' && of.id === 'BOOLEAN') return given.value === true ? 'true' : 'false';
    const number = numberOf(of, given.value);
    const numeric = type === 'integer' || type === 'smallint' || type === 'double';
    if (numeric && of.id !== 'VARCHAR' && of.id !== 'BOOLEAN' && Number.isFinite(number))
      return `${number}::double`;
  }
  return refuse(
    'A condition compares a column with a value of its type.',
    '条件须为数据项与同类型值的比较。',
  );
};

const COMPARISONS: Readonly<Record<string, string>> = {
  COMPARE_EQUAL: '=',
  COMPARE_NOTEQUAL: '<>',
  COMPARE_LESSTHAN: '<',
  COMPARE_GREATERTHAN: '>',
  COMPARE_LESSTHANOREQUALTO: '<=',
  COMPARE_GREATERTHANOREQUALTO: '>=',
};
const LISTED: Readonly<Record<string, string>> = { COMPARE_NOT_IN: 'not in', COMPARE_IN: 'in' };
/** Parts of a condition at most: each is counted by itself. */
const MOST_PARTS = 20;

const conditionOf = (node: Part, reader: Reader): string => {
  const within = (child: unknown) => conditionOf(part(child), reader);
  const type = String(node.type);
  switch (node.class) {
    case 'CONJUNCTION': {
      const parts = list(node.children).map(within);
      if (type === 'CONJUNCTION_AND') return `(${parts.join(' and ')})`;
      reader.parts.push(...parts);
      return `(${parts.join(' or ')})`;
    }
    case 'COMPARISON': {
      const sign = COMPARISONS[type];
      if (sign === undefined) break;
      const column = columnOf(part(node.left), reader);
      const value = sqlOf(part(node.right), reader.columns[column] as ColumnType);
      if (sign === '<>') reader.parts.push(`c.${column} = ${value}`);
      return `c.${column} ${sign} ${value}`;
    }
    case 'BETWEEN': {
      const column = columnOf(part(node.input), reader);
      const of = reader.columns[column] as ColumnType;
      return `c.${column} between ${sqlOf(part(node.lower), of)} and ${sqlOf(part(node.upper), of)}`;
    }
    case 'COLUMN_REF': {
      const column = columnOf(node, reader);
      if (reader.columns[column] === 'boolean') return `c.${column}`;
      break;
    }
    case 'OPERATOR': {
      const [first, ...rest] = list(node.children);
      if (type === 'OPERATOR_NOT') {
        const excluded = within(first);
        reader.parts.push(excluded);
        return `not (${excluded})`;
      }
      if (type === 'OPERATOR_IS_NULL') return `c.${columnOf(part(first), reader)} is null`;
      if (type === 'OPERATOR_IS_NOT_NULL') {
        const known = columnOf(part(first), reader);
        reader.parts.push(`c.${known} is null`);
        return `c.${known} is not null`;
      }
      if (LISTED[type] === undefined) break;
      const column = columnOf(part(first), reader);
      const values = rest.map((one) => sqlOf(one, reader.columns[column] as ColumnType));
      if (type === 'COMPARE_NOT_IN') reader.parts.push(`c.${column} in (${values.join(', ')})`);
      return `c.${column} ${LISTED[type]} (${values.join(', ')})`;
    }
  }
  return refuse(
    'A condition is made of and, or, not, comparisons, in, between, is null.',
    '条件只能由and、or、not、比较、in、between、is null组成。',
  );
};

const isCount = (node: Part, reader: Reader): boolean =>
  node.class === 'FUNCTION' &&
  String(node.function_name).toLowerCase() === 'count' &&
  node.distinct === true &&
  node.filter === null &&
  list(node.children).length === 1 &&
  nameOf(list(node.children)[0] as Part, reader) === 'person_key';

/**
 * Reads a statement as a count of persons by groups.
 * @param tables columns that are granted for counts, by table
 * @throws {RefusedStatement} that says how counts are asked
 */
export const countPlanOf = (
  node: Part,
  tables: Readonly<Record<string, CountedColumns>>,
): CountPlan => {
  const from = part(node.from_table);
  const table = String(from.table_name ?? '').toLowerCase();
  const columns = tables[table];
  const plain = from.type === 'BASE_TABLE' && from.schema_name === '' && from.catalog_name === '';
  if (node.type !== 'SELECT_NODE' || !plain || columns === undefined)
    return refuse(
      `Ask one table of: ${Object.keys(tables).join(', ')}.`,
      `请查询以下表之一：${Object.keys(tables).join('、')}。`,
    );
  if (list(node.modifiers).length > 0)
    refuse('Leave out distinct, order by and limit.', '请去掉distinct、order by和limit。');
  if (node.having != null || node.qualify != null || node.sample != null || from.sample != null)
    refuse('Leave out having, qualify and samples.', '请去掉having、qualify和抽样。');
  const names = new Set([table, String(from.alias ?? '').toLowerCase()]);
  const parts: string[] = [];
  const reader: Reader = { columns, names, parts };
  const groups: string[] = [];
  const shown = list(node.select_list).map((one) => {
    const alias = String(one.alias ?? '');
    if (isCount(one, reader)) return { group: -1, name: alias || 'persons' };
    const column = columnOf(one, reader);
    groups.push(column);
    return { group: groups.length - 1, name: alias || column };
  });
  if (shown.filter(({ group }) => group === -1).length !== 1)
    refuse('Count persons once.', '须且仅须计数一次。');
  if (groups.length > MOST_GROUPS || new Set(groups).size !== groups.length)
    refuse(
      `Group by ${MOST_GROUPS} different columns at most.`,
      `最多按${MOST_GROUPS}个不同的列分组。`,
    );
  const stated = list(node.group_expressions).map((one) => columnOf(one, reader));
  const all = String(node.aggregate_handling) === 'FORCE_AGGREGATES';
  if (!all && (stated.length !== groups.length || stated.some((one) => !groups.includes(one))))
    refuse('Group by the columns that are selected.', '须按所选列分组。');
  const where = node.where_clause == null ? null : conditionOf(part(node.where_clause), reader);
  if (parts.length > MOST_PARTS)
    refuse(`A condition has ${MOST_PARTS} parts at most.`, `条件最多${MOST_PARTS}个部分。`);
  return { table, groups, shown, where, parts };
};
