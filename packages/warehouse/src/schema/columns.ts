import type { Label } from '@nodp/terminology';

export type ColumnType = 'integer' | 'smallint' | 'double' | 'boolean' | 'text';

/** A column as the data dictionary describes it. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** UCUM, or null where it has none. */
  readonly unit: string | null;
  /** The code system or the closed list its values are of. */
  readonly codes: string | null;
  /** The clinical columns it is made from; null where the release's own rows make it. */
  readonly source: string | null;
  readonly description: Label;
}

export interface Table {
  readonly name: TableName;
  readonly description: Label;
  readonly columns: readonly Column[];
}

export type TableName =
  | 'persons'
  | 'cases'
  | 'treatments'
  | 'biomarkers'
  | 'variants'
  | 'outcomes'
  | 'laboratory'
  | 'results'
  | 'screening';

/** Tables that are asked while people wait; engines keep these at hand. */
export const HELD_TABLES = [
  'cases',
  'treatments',
  'biomarkers',
  'variants',
  'outcomes',
] as const satisfies readonly TableName[];

/** Tables that are asked too, seldom and of few of their rows: DuckDB reads those from the files when it is asked. */
export const READ_TABLES = ['results', 'screening'] as const satisfies readonly TableName[];

type Extra = { readonly unit?: string; readonly codes?: string };
export const column = (
  name: string,
  type: ColumnType,
  source: string | null,
  en: string,
  zh: string,
  { unit, codes }: Extra = {},
): Column => ({
  name,
  type,
  unit: unit ?? null,
  codes: codes ?? null,
  source,
  description: { en, zh },
});

export const personKey = column(
  'person_key',
  'integer',
  null,
  'The person within this release, drawn at random for it; means nothing outside it.',
  '本版数据内随机生成的个人编号，与其他版数据及临床库均无对应关系。',
);

/** As either engine spells the type. */
export const sqlType: Readonly<Record<ColumnType, string>> = {
  integer: 'integer',
  smallint: 'smallint',
  double: 'double precision',
  boolean: 'boolean',
  text: 'varchar',
};
